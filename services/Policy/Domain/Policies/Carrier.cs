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

    /// <summary>
    /// The carrier under the name and code given. A rating belongs to the company it was given to, so it stays only
    /// where the code does.
    /// </summary>
    public Carrier Become(string? name, string? naic)
    {
        var code = naic?.Trim() ?? Naic;
        var same = code == Naic;
        return new Carrier
        {
            Name = name?.Trim() ?? Name,
            Naic = code,
            AmBestRating = same ? AmBestRating : null,
            AmBestSize = same ? AmBestSize : null,
        };
    }
}
