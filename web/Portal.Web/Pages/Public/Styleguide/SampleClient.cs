namespace Portal.Web.Pages.Public.Styleguide;

/// <summary>A made-up client, the awkward ones among them.</summary>
internal sealed record SampleClient(
    string Name, string Ref, int Policies, DateOnly? NextRenewal, decimal Premium, string Status)
{
    public static IReadOnlyList<SampleClient> All { get; } =
    [
        new("Acme Roofing LLC", "AC-1001", 4, new DateOnly(2026, 12, 1), 48_250, "Renewing"),
        new("شركة النور للمقاولات", "AC-1002", 2, new DateOnly(2027, 1, 15), 12_900.5m, "Active"),
        new(
            "The Northeastern Consolidated Mechanical, Electrical & Plumbing Contractors' Cooperative of Greater "
            + "Massachusetts, Inc.",
            "AC-1003",
            11,
            new DateOnly(2027, 3, 31),
            1_204_000,
            "Active"),
        new("O'Brien & Daughters", "AC-1004", 1, new DateOnly(2026, 11, 30), 3_480, "Lapsing"),
        new("Zelma's Bakery", "AC-1005", 0, null, 0, "No policies"),
    ];
}
