using Portal.Insurance;

namespace Portal.Policies.Domain.Policies;

/// <summary>Amounts of a term in whole US dollars; what its line does not have is null.</summary>
internal sealed record Limits
{
    public decimal? EachOccurrence { get; init; }

    public decimal? DamageToRentedPremises { get; init; }

    public decimal? MedicalExpense { get; init; }

    public decimal? PersonalAndAdvertisingInjury { get; init; }

    public decimal? GeneralAggregate { get; init; }

    public decimal? ProductsCompletedOperationsAggregate { get; init; }

    public decimal? CombinedSingleLimit { get; init; }

    public decimal? Retention { get; init; }

    public decimal? ElEachAccident { get; init; }

    public decimal? ElDiseaseEachEmployee { get; init; }

    public decimal? ElDiseasePolicyLimit { get; init; }

    public decimal? Deductible { get; init; }

    public decimal? BuildingLimit { get; init; }

    /// <summary>One amount; null where it is not stated.</summary>
    public decimal? this[LimitKind kind] => kind switch
    {
        LimitKind.EachOccurrence => EachOccurrence,
        LimitKind.DamageToRentedPremises => DamageToRentedPremises,
        LimitKind.MedicalExpense => MedicalExpense,
        LimitKind.PersonalAndAdvertisingInjury => PersonalAndAdvertisingInjury,
        LimitKind.GeneralAggregate => GeneralAggregate,
        LimitKind.ProductsCompletedOperationsAggregate => ProductsCompletedOperationsAggregate,
        LimitKind.CombinedSingleLimit => CombinedSingleLimit,
        LimitKind.Retention => Retention,
        LimitKind.ElEachAccident => ElEachAccident,
        LimitKind.ElDiseaseEachEmployee => ElDiseaseEachEmployee,
        LimitKind.ElDiseasePolicyLimit => ElDiseasePolicyLimit,
        LimitKind.Deductible => Deductible,
        LimitKind.BuildingLimit => BuildingLimit,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The amounts that are stated.</summary>
    public IEnumerable<KeyValuePair<LimitKind, decimal>> Stated() =>
        from kind in Enum.GetValues<LimitKind>()
        let amount = this[kind]
        where amount is not null
        select KeyValuePair.Create(kind, amount.Value);

    /// <summary>These limits with some replaced, and those given as null taken out.</summary>
    public Limits With(IReadOnlyDictionary<LimitKind, decimal?> changes) =>
        changes.Aggregate(this, (limits, change) => limits.With(change.Key, change.Value));

    private Limits With(LimitKind kind, decimal? amount) => kind switch
    {
        LimitKind.EachOccurrence => this with { EachOccurrence = amount },
        LimitKind.DamageToRentedPremises => this with { DamageToRentedPremises = amount },
        LimitKind.MedicalExpense => this with { MedicalExpense = amount },
        LimitKind.PersonalAndAdvertisingInjury => this with { PersonalAndAdvertisingInjury = amount },
        LimitKind.GeneralAggregate => this with { GeneralAggregate = amount },
        LimitKind.ProductsCompletedOperationsAggregate => this with { ProductsCompletedOperationsAggregate = amount },
        LimitKind.CombinedSingleLimit => this with { CombinedSingleLimit = amount },
        LimitKind.Retention => this with { Retention = amount },
        LimitKind.ElEachAccident => this with { ElEachAccident = amount },
        LimitKind.ElDiseaseEachEmployee => this with { ElDiseaseEachEmployee = amount },
        LimitKind.ElDiseasePolicyLimit => this with { ElDiseasePolicyLimit = amount },
        LimitKind.Deductible => this with { Deductible = amount },
        LimitKind.BuildingLimit => this with { BuildingLimit = amount },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
