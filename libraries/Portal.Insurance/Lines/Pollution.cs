using Portal.Contracts.Policies;

namespace Portal.Insurance.Lines;

/// <summary>Pollution liability.</summary>
internal sealed class Pollution : ILineDefinition
{
    public LineOfBusiness Line => new()
    {
        Line = PolicyLine.Pollution,
        Name = "Pollution liability",
        Explanation = "Pays for injury, damage and clean-up when your work releases something harmful.",
        Limits = StandardLimits.OccurrenceOrClaimAndAggregate,
        HasForm = true,
    };
}
