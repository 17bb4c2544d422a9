namespace Portal.Policies.Features.Policies;

/// <summary>An insurer, another one, or the same under a corrected name.</summary>
public sealed record CarrierRequest
{
    /// <summary>Exact company name, not its group's.</summary>
    public string? Name { get; init; }

    /// <summary>NAIC company code, five digits.</summary>
    public string? Naic { get; init; }

    /// <summary>Financial strength by AM Best, such as A+ or NR.</summary>
    public string? AmBestRating { get; init; }

    /// <summary>Financial size category by AM Best, I to XV.</summary>
    public string? AmBestSize { get; init; }
}
