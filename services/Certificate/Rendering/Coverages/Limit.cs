using Portal.Contracts;

namespace Portal.Certificates.Rendering.Coverages;

/// <summary>One amount of a policy in US dollars with the words it goes by.</summary>
internal sealed record Limit(string Name, decimal Amount)
{
    /// <summary>All amounts that a policy has, in the order in which certificates list them.</summary>
    public static IEnumerable<Limit> Of(PolicySnapshot policy)
    {
        var limits = policy.Limits;
        var claimsMade = policy.Form == CoverageForm.ClaimsMade && !IsPrimaryOrUmbrella(policy.Line);
        (string Name, decimal? Amount)[] all =
        [
            (claimsMade ? "Each claim" : "Each occurrence", limits.EachOccurrence),
            ("Damage to rented premises", limits.DamageToRentedPremises),
            ("Medical expense (any one person)", limits.MedicalExpense),
            ("Personal & adv. injury", limits.PersonalAndAdvertisingInjury),
            (policy.Line == PolicyLine.GeneralLiability ? "General aggregate" : "Aggregate", limits.GeneralAggregate),
            ("Products – comp/op aggregate", limits.ProductsCompletedOperationsAggregate),
            ("Combined single limit", limits.CombinedSingleLimit),
            ("E.L. each accident", limits.ElEachAccident),
            ("E.L. disease – each employee", limits.ElDiseaseEachEmployee),
            ("E.L. disease – policy limit", limits.ElDiseasePolicyLimit),
            ("Building", limits.BuildingLimit),
            ("Deductible", limits.Deductible),
            ("Retention", limits.Retention),
        ];
        return all.Where(limit => limit.Amount is not null).Select(limit => new Limit(limit.Name, limit.Amount!.Value));
    }

    /// <summary>Amounts that the section of the policy's line has no row for.</summary>
    public static IEnumerable<Limit> BeyondSection(PolicySnapshot policy)
    {
        var limits = policy.Limits;
        return Of(policy with
        {
            Limits = policy.Line switch
            {
                PolicyLine.GeneralLiability => limits with
                {
                    EachOccurrence = null,
                    DamageToRentedPremises = null,
                    MedicalExpense = null,
                    PersonalAndAdvertisingInjury = null,
                    GeneralAggregate = null,
                    ProductsCompletedOperationsAggregate = null,
                },
                PolicyLine.Auto => limits with { CombinedSingleLimit = null },
                PolicyLine.Umbrella or PolicyLine.Excess => limits with
                {
                    EachOccurrence = null,
                    GeneralAggregate = null,
                    Deductible = null,
                    Retention = null,
                },
                PolicyLine.WorkersCompensation => limits with
                {
                    ElEachAccident = null,
                    ElDiseaseEachEmployee = null,
                    ElDiseasePolicyLimit = null,
                },
                _ => new PolicyLimits(),
            },
        });
    }

    private static bool IsPrimaryOrUmbrella(PolicyLine line) =>
        line is PolicyLine.GeneralLiability or PolicyLine.Umbrella or PolicyLine.Excess;
}
