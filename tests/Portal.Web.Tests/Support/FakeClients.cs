namespace Portal.Web.Tests.Support;

/// <summary>Clients, policies and holders; the awkward ones among them.</summary>
internal sealed class FakeClients
{
    public const string Heavy = "Acme Roofing LLC";
    public const string Arabic = "شركة النور للمقاولات";
    public const string Long = "The Northeastern Consolidated Mechanical, Electrical & Plumbing Contractors' "
        + "Cooperative of Greater Massachusetts, Inc.";
    public const string Empty = "Zelma's Bakery";

    public static DateOnly Today { get; } = DateOnly.FromDateTime(DateTime.UtcNow);

    public FakeClients()
    {
        All =
        [
            .. new[] { Heavy, Arabic, Long, "O'Brien & Daughters", Empty }.Select(
                (name, index) => new FakeClient(Guid.CreateVersion7(), $"AC-100{index}", name)),
        ];
        foreach (var client in All.Where(client => client.Name != Empty))
        {
            client.Policies.Add(FakePolicy.GeneralLiability(Today.AddDays(12)));
            client.Policies.Add(FakePolicy.Auto(Today.AddDays(12)));
            client.Policies.Add(FakePolicy.Umbrella(Today.AddDays(-4)));
        }

        All.AddRange(
            Enumerable.Range(1, 60).Select(
                number => new FakeClient(
                    Guid.CreateVersion7(), $"B-{number:000}", $"Midtown Builder {number:000} Inc.")));
        Of(Heavy).Holders = 2000;
        Of(Long).Holders = 3;
        Of(Arabic).Holders = 3;
    }

    public List<FakeClient> All { get; }

    public FakeClient Of(string name) => All.Single(client => client.Name == name);

    public FakeClient? Find(Guid id) => All.Find(client => client.Id == id);
}
