using Portal.Contracts.Policies;

namespace Portal.Insurance.Lines;

/// <summary>Umbrella liability, following form over the primary lines.</summary>
internal sealed class Umbrella : ILineDefinition
{
    public LineOfBusiness Line => new()
    {
        Line = PolicyLine.Umbrella,
        Name = "Umbrella liability",
        Explanation = "Pays on top of your other liability policies, once one of them has paid its limit.",
        Limits = StandardLimits.OccurrenceAndAggregate,
        Section = CertificateSection.UmbrellaOrExcess,
        HasForm = true,
        FollowsPrimary = true,
    };
}
