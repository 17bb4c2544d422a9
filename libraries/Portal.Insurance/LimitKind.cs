namespace Portal.Insurance;

/// <summary>Amounts that a policy's declarations state, in the order in which certificates list them.</summary>
public enum LimitKind
{
    EachOccurrence,
    DamageToRentedPremises,
    MedicalExpense,
    PersonalAndAdvertisingInjury,
    GeneralAggregate,
    ProductsCompletedOperationsAggregate,
    CombinedSingleLimit,
    ElEachAccident,
    ElDiseaseEachEmployee,
    ElDiseasePolicyLimit,
    BuildingLimit,
    Deductible,
    Retention,
}
