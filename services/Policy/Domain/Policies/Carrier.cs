namespace Portal.Policies.Domain.Policies;

/// <summary>The insurer of a term: the company that issued the policy, never its group.</summary>
internal sealed record Carrier
{
    /// <summary>Exact company name.</summary>
    public required string Name { get; init; }

    /// <summary>Company code of the National Association of Insurance Commissioners, five digits.</summary>
    public required string Naic { get; init; }

    /// <summary>Financial strength by AM Best, such as A+ or NR; null where nobody looked it up.</summary>
    public string? AmBestRating { get; init; }

    /// <summary>Financial size category by AM Best, I to XV.</summary>
    public string? AmBestSize { get; init; }
}
