namespace Portal.Contracts.Policies;

/// <summary>
/// Limits, deductible and retention of a policy in whole US dollars; what the line does not have is null.
/// </summary>
public sealed record PolicyLimits
{
    /// <summary>Each occurrence.</summary>
    public decimal? EachOccurrence { get; init; }

    /// <summary>Damage to premises rented to the insured, each occurrence.</summary>
    public decimal? DamageToRentedPremises { get; init; }

    /// <summary>Medical expense, any one person.</summary>
    public decimal? MedicalExpense { get; init; }

    /// <summary>Personal and advertising injury.</summary>
    public decimal? PersonalAndAdvertisingInjury { get; init; }

    /// <summary>General aggregate; <see cref="PolicySnapshot.AggregateAppliesPer"/> says of what.</summary>
    public decimal? GeneralAggregate { get; init; }

    /// <summary>Aggregate of products and completed operations.</summary>
    public decimal? ProductsCompletedOperationsAggregate { get; init; }

    /// <summary>Combined single limit of an automobile policy, each accident.</summary>
    public decimal? CombinedSingleLimit { get; init; }

    /// <summary>Self-insured retention of an umbrella or excess policy.</summary>
    public decimal? Retention { get; init; }

    /// <summary>Employers' liability, each accident.</summary>
    public decimal? ElEachAccident { get; init; }

    /// <summary>Employers' liability, disease, each employee.</summary>
    public decimal? ElDiseaseEachEmployee { get; init; }

    /// <summary>Employers' liability, disease, policy limit.</summary>
    public decimal? ElDiseasePolicyLimit { get; init; }

    /// <summary>Deductible of the policy.</summary>
    public decimal? Deductible { get; init; }

    /// <summary>Limit on the building of a property policy.</summary>
    public decimal? BuildingLimit { get; init; }
}
