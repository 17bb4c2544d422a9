using Portal.Contracts.Policies;

namespace Portal.Insurance.Lines;

/// <summary>Workers compensation and employers' liability.</summary>
internal sealed class WorkersCompensation : ILineDefinition
{
    public LineOfBusiness Line => new()
    {
        Line = PolicyLine.WorkersCompensation,
        Name = "Workers compensation and employers' liability",
        ShortName = "Workers compensation",
        Explanation = "Pays medical care and lost wages when an employee is hurt or falls ill through work.",
        Limits =
        [
            new(LimitKind.ElEachAccident, IsRequired: true),
            new(LimitKind.ElDiseaseEachEmployee, IsRequired: true),
            new(LimitKind.ElDiseasePolicyLimit, IsRequired: true),
            new(LimitKind.Deductible),
        ],
        Section = CertificateSection.WorkersCompensation,
        HasStatute = true,
        HasAdditionalInsureds = false,
        Endorsements =
        [
            new(
                "WC 00 03 13",
                HolderGrant.WaiverOfSubrogation,
                "The insurer won't ask its money back from those you agreed it with (waiver of subrogation)."),
            new("WC 04 03 06", HolderGrant.WaiverOfSubrogation),
            new("WC 42 03 04", HolderGrant.WaiverOfSubrogation),
        ],
    };
}
