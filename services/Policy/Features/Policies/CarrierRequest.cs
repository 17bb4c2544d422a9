namespace Portal.Policies.Features.Policies;

/// <summary>Another insurer, or the same under a corrected name.</summary>
public sealed record CarrierRequest
{
    /// <summary>Exact company name, not its group's.</summary>
    public string? Name { get; init; }

    /// <summary>NAIC company code, five digits.</summary>
    public string? Naic { get; init; }
}
