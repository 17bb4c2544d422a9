using Portal.Contracts.Policies;

namespace Portal.Insurance;

/// <summary>Reads the limits of a policy, as messages carry them, by their kinds.</summary>
public static class LimitExtensions
{
    /// <summary>One amount in US dollars; null where the policy does not state it.</summary>
    public static decimal? Of(this PolicyLimits limits, LimitKind kind) => kind switch
    {
        LimitKind.EachOccurrence => limits.EachOccurrence,
        LimitKind.DamageToRentedPremises => limits.DamageToRentedPremises,
        LimitKind.MedicalExpense => limits.MedicalExpense,
        LimitKind.PersonalAndAdvertisingInjury => limits.PersonalAndAdvertisingInjury,
        LimitKind.GeneralAggregate => limits.GeneralAggregate,
        LimitKind.ProductsCompletedOperationsAggregate => limits.ProductsCompletedOperationsAggregate,
        LimitKind.CombinedSingleLimit => limits.CombinedSingleLimit,
        LimitKind.ElEachAccident => limits.ElEachAccident,
        LimitKind.ElDiseaseEachEmployee => limits.ElDiseaseEachEmployee,
        LimitKind.ElDiseasePolicyLimit => limits.ElDiseasePolicyLimit,
        LimitKind.BuildingLimit => limits.BuildingLimit,
        LimitKind.Deductible => limits.Deductible,
        LimitKind.Retention => limits.Retention,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
