namespace Portal.Policies.Csv;

/// <summary>Which columns a file of an import has. Their order and case are free; an optional one may be missing.</summary>
internal sealed record SheetLayout(string File, IReadOnlyList<string> Required, IReadOnlyList<string> Optional)
{
    public static SheetLayout Clients { get; } = new(
        "clients",
        ["client_ref", "legal_name", "street", "city", "state", "zip", "contact_name", "contact_email"],
        ["dba", "contact_mobile"]);

    public static SheetLayout Policies { get; } = new(
        "policies",
        ["client_ref", "line", "policy_number", "carrier", "naic", "effective", "expiration"],
        [
            "am_best", "am_best_size", "form", "aggregate_applies_per", "endorsements", "auto_scope", "per_statute",
            "officers_excluded", .. PolicyColumns.Limits,
        ]);

    public static SheetLayout Holders { get; } = new(
        "holders",
        [
            "client_ref", "holder_name", "street", "city", "state", "zip", "email", "policies", "additional_insured",
            "waiver_of_subrogation", "primary_noncontributory", "receives_renewals",
        ],
        ["project", "description"]);

    /// <summary>The layouts in the order in which an import works through its files.</summary>
    public static IReadOnlyList<SheetLayout> All { get; } = [Clients, Policies, Holders];
}
