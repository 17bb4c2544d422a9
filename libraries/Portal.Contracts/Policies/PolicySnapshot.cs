namespace Portal.Contracts.Policies;

/// <summary>A policy as it stands at one version: everything a certificate shows of it.</summary>
public sealed record PolicySnapshot
{
    /// <summary>The policy.</summary>
    public required Guid PolicyId { get; init; }

    /// <summary>Grows with each change of the policy; an older version never overwrites a newer one.</summary>
    public required long Version { get; init; }

    /// <summary>Line of business.</summary>
    public required PolicyLine Line { get; init; }

    /// <summary>How it stands.</summary>
    public required PolicyStatus Status { get; init; }

    /// <summary>Policy number as the carrier writes it.</summary>
    public required string Number { get; init; }

    /// <summary>Exact name of the insurer, not of its group.</summary>
    public required string CarrierName { get; init; }

    /// <summary>Company code of the National Association of Insurance Commissioners, five digits.</summary>
    public required string CarrierNaic { get; init; }

    /// <summary>Financial strength by AM Best, such as A+ or NR.</summary>
    public string? AmBestRating { get; init; }

    /// <summary>Financial size category by AM Best, a Roman numeral up to XV.</summary>
    public string? AmBestSize { get; init; }

    /// <summary>First day of cover, from 12:01 a.m. at the insured's address.</summary>
    public required DateOnly Effective { get; init; }

    /// <summary>Day on which cover ends at 12:01 a.m.</summary>
    public required DateOnly Expiration { get; init; }

    /// <summary>Trigger of a liability policy; null where the line has none.</summary>
    public CoverageForm? Form { get; init; }

    /// <summary>Limits, deductible and retention.</summary>
    public required PolicyLimits Limits { get; init; }

    /// <summary>To what the general aggregate applies; null where the line has none.</summary>
    public AggregateScope? AggregateAppliesPer { get; init; }

    /// <summary>Autos that an automobile policy covers; empty for other lines.</summary>
    public required AutoScope[] AutoScopes { get; init; }

    /// <summary>Workers compensation as the statute of the state has it.</summary>
    public bool? PerStatute { get; init; }

    /// <summary>
    /// Whether a proprietor, partner, executive officer or member is excluded from workers compensation.
    /// </summary>
    public bool? OfficersExcluded { get; init; }

    /// <summary>Form numbers of the endorsements, such as CG 20 10.</summary>
    public required string[] Endorsements { get; init; }
}
