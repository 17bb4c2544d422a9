using Portal.Contracts.Policies;

namespace Portal.Insurance.Lines;

/// <summary>Inland marine.</summary>
internal sealed class InlandMarine : ILineDefinition
{
    public LineOfBusiness Line => new()
    {
        Line = PolicyLine.InlandMarine,
        Name = "Inland marine",
        Explanation = "Pays for tools, equipment and goods that move from place to place.",
        Limits = StandardLimits.OccurrenceOrClaimAndAggregate,
        HasForm = true,
    };
}
