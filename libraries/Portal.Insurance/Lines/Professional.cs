using Portal.Contracts.Policies;

namespace Portal.Insurance.Lines;

/// <summary>Professional liability (errors and omissions).</summary>
internal sealed class Professional : ILineDefinition
{
    public LineOfBusiness Line => new()
    {
        Line = PolicyLine.Professional,
        Name = "Professional liability",
        Explanation = "Pays when a client says your advice or professional work cost them money.",
        Limits = StandardLimits.OccurrenceOrClaimAndAggregate,
        HasForm = true,
    };
}
