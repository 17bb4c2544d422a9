namespace Portal.Insurance;

/// <summary>The limits and their words. Those of certificates are the field's, as on ACORD 25 (2016/03).</summary>
internal static class LimitTable
{
    /// <summary>Every limit, in the order in which certificates list them.</summary>
    public static IReadOnlyList<LimitDefinition> All { get; } =
    [
        new()
        {
            Kind = LimitKind.EachOccurrence,
            Name = "Each occurrence",
            Explanation = "The most the insurer pays for one event.",
        },
        new()
        {
            Kind = LimitKind.DamageToRentedPremises,
            Name = "Damage to rented premises",
            Explanation = "The most for damage to a place that you rent, such as by fire.",
        },
        new()
        {
            Kind = LimitKind.MedicalExpense,
            Name = "Medical expense, any one person",
            CertificateName = "Medical expense (any one person)",
            SectionName = "Medical exp. (any one person)",
            Explanation = "Paid for a person who is hurt, whoever was at fault.",
        },
        new()
        {
            Kind = LimitKind.PersonalAndAdvertisingInjury,
            Name = "Personal & advertising injury",
            CertificateName = "Personal & adv. injury",
            Explanation = "The most for harm such as slander, or taking another's idea for your advertising.",
        },
        new()
        {
            Kind = LimitKind.GeneralAggregate,
            Name = "General aggregate",
            Explanation = "The most for all events of one term together, except products and finished work.",
        },
        new()
        {
            Kind = LimitKind.ProductsCompletedOperationsAggregate,
            Name = "Products & completed operations aggregate",
            CertificateName = "Products – comp/op aggregate",
            Explanation = "The most in one term for harm from your products, or from work after it is finished.",
        },
        new()
        {
            Kind = LimitKind.CombinedSingleLimit,
            Name = "Combined single limit, each accident",
            CertificateName = "Combined single limit",
            Explanation = "The most for one accident, injuries and damage together.",
        },
        new()
        {
            Kind = LimitKind.ElEachAccident,
            Name = "E.L. each accident",
            Explanation = "Employers liability: the most for one accident at work.",
        },
        new()
        {
            Kind = LimitKind.ElDiseaseEachEmployee,
            Name = "E.L. disease, each employee",
            CertificateName = "E.L. disease – each employee",
            Explanation = "Employers liability: the most for one employee's illness from work.",
        },
        new()
        {
            Kind = LimitKind.ElDiseasePolicyLimit,
            Name = "E.L. disease, policy limit",
            CertificateName = "E.L. disease – policy limit",
            Explanation = "Employers liability: the most for all such illnesses of one term together.",
        },
        new()
        {
            Kind = LimitKind.BuildingLimit,
            Name = "Building limit",
            CertificateName = "Building",
            Explanation = "The most paid to repair or rebuild the building.",
        },
        new()
        {
            Kind = LimitKind.Deductible,
            Name = "Deductible",
            Explanation = "What you pay yourself of each claim.",
            MayBeZero = true,
        },
        new()
        {
            Kind = LimitKind.Retention,
            Name = "Self-insured retention",
            CertificateName = "Retention",
            Explanation = "What you pay yourself where no policy below this one pays.",
            MayBeZero = true,
        },
    ];
}
