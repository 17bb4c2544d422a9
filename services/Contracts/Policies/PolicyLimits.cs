namespace Portal.Contracts;

/// <summary>Limits, deductible and retention of a policy in whole US dollars; what the line does not have is null.</summary>
public sealed record PolicyLimits
{
    public decimal? EachOccurrence { get; init; }

    public decimal? DamageToRentedPremises { get; init; }

    public decimal? MedicalExpense { get; init; }

    public decimal? PersonalAndAdvertisingInjury { get; init; }

    public decimal? GeneralAggregate { get; init; }

    public decimal? ProductsCompletedOperationsAggregate { get; init; }

    public decimal? CombinedSingleLimit { get; init; }

    /// <summary>Self-insured retention of an umbrella or excess policy.</summary>
    public decimal? Retention { get; init; }

    public decimal? ElEachAccident { get; init; }

    public decimal? ElDiseaseEachEmployee { get; init; }

    public decimal? ElDiseasePolicyLimit { get; init; }

    public decimal? Deductible { get; init; }

    public decimal? BuildingLimit { get; init; }
}
