using Portal.Contracts.Policies;

namespace Portal.Insurance.Lines;

/// <summary>Automobile liability.</summary>
internal sealed class Auto : ILineDefinition
{
    public LineOfBusiness Line => new()
    {
        Line = PolicyLine.Auto,
        Name = "Automobile liability",
        Explanation = "Pays when a vehicle used for your business injures somebody or damages property.",
        Limits = [new(LimitKind.CombinedSingleLimit, IsRequired: true), new(LimitKind.Deductible)],
        Section = CertificateSection.Automobile,
        HasAutoScopes = true,
        IsPrimary = true,
        Endorsements =
        [
            new(
                "CA 04 44",
                HolderGrant.WaiverOfSubrogation,
                "The auto insurer won't ask its money back from those you agreed it with (waiver of subrogation)."),
            new("CA 04 49", HolderGrant.PrimaryNoncontributory),
            new(
                "CA 20 48",
                HolderGrant.AdditionalInsured,
                "Covers a named party for accidents of your vehicles (designated insured)."),
        ],
    };
}
