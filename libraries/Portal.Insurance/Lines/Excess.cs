using Portal.Contracts.Policies;

namespace Portal.Insurance.Lines;

/// <summary>Excess liability.</summary>
internal sealed class Excess : ILineDefinition
{
    public LineOfBusiness Line => new()
    {
        Line = PolicyLine.Excess,
        Name = "Excess liability",
        Explanation = "Adds to the limits of a policy below it, on that policy's own terms.",
        Limits = StandardLimits.OccurrenceAndAggregate,
        Section = CertificateSection.UmbrellaOrExcess,
        HasForm = true,
        FollowsPrimary = true,
    };
}
