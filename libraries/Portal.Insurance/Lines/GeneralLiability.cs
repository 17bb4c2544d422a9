using Portal.Contracts.Policies;

namespace Portal.Insurance.Lines;

/// <summary>Commercial general liability (CGL).</summary>
internal sealed class GeneralLiability : ILineDefinition
{
    public LineOfBusiness Line => new()
    {
        Line = PolicyLine.GeneralLiability,
        Name = "Commercial general liability",
        ShortName = "General liability",
        Explanation = "Pays when somebody says your business hurt them or damaged what is theirs.",
        Limits =
        [
            new(LimitKind.EachOccurrence, IsRequired: true),
            new(LimitKind.DamageToRentedPremises),
            new(LimitKind.MedicalExpense),
            new(LimitKind.PersonalAndAdvertisingInjury),
            new(LimitKind.GeneralAggregate, IsRequired: true),
            new(LimitKind.ProductsCompletedOperationsAggregate),
            new(LimitKind.Deductible),
            new(LimitKind.Retention),
        ],
        Section = CertificateSection.GeneralLiability,
        HasForm = true,
        HasAggregateScope = true,
        IsPrimary = true,
        Endorsements =
        [
            new(
                "CG 20 01",
                HolderGrant.PrimaryNoncontributory,
                "Your policy pays first and does not ask the other party's to share (primary and noncontributory)."),
            new(
                "CG 20 10",
                HolderGrant.AdditionalInsured,
                "Covers those you work for as additional insureds while the work goes on."),
            new("CG 20 11", HolderGrant.AdditionalInsured),
            new("CG 20 12", HolderGrant.AdditionalInsured),
            new("CG 20 15", HolderGrant.AdditionalInsured),
            new("CG 20 18", HolderGrant.AdditionalInsured),
            new("CG 20 26", HolderGrant.AdditionalInsured),
            new("CG 20 28", HolderGrant.AdditionalInsured),
            new("CG 20 33", HolderGrant.AdditionalInsured),
            new(
                "CG 20 37",
                HolderGrant.AdditionalInsured,
                "Covers those you work for as additional insureds after the work is finished."),
            new("CG 20 38", HolderGrant.AdditionalInsured),
            new(
                "CG 24 04",
                HolderGrant.WaiverOfSubrogation,
                "Your insurer won't ask its money back from those you agreed it with (waiver of subrogation)."),
            new("CG 25 03", HolderGrant.None, "The general aggregate applies to each project separately."),
            new("CG 25 04", HolderGrant.None, "The general aggregate applies to each location separately."),
        ],
    };
}
