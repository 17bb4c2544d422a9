using Portal.Contracts.Policies;

namespace Portal.Insurance.Lines;

/// <summary>Cyber liability.</summary>
internal sealed class Cyber : ILineDefinition
{
    public LineOfBusiness Line => new()
    {
        Line = PolicyLine.Cyber,
        Name = "Cyber liability",
        Explanation = "Pays for what follows a data breach or an attack on your computers.",
        Limits = StandardLimits.OccurrenceOrClaimAndAggregate,
        HasForm = true,
    };
}
