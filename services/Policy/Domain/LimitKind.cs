namespace Portal.Policies.Domain;

/// <summary>Amounts that a policy's declarations state; the CSV names them in snake case, the API in camel case.</summary>
internal enum LimitKind
{
    EachOccurrence,
    DamageToRentedPremises,
    MedicalExpense,
    PersonalAndAdvertisingInjury,
    GeneralAggregate,
    ProductsCompletedOperationsAggregate,
    CombinedSingleLimit,
    Retention,
    ElEachAccident,
    ElDiseaseEachEmployee,
    ElDiseasePolicyLimit,
    Deductible,
    BuildingLimit,
}
