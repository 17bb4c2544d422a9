using Portal.Contracts.Policies;

namespace Portal.Insurance.Lines;

/// <summary>Crime.</summary>
internal sealed class Crime : ILineDefinition
{
    public LineOfBusiness Line => new()
    {
        Line = PolicyLine.Crime,
        Name = "Crime",
        Explanation = "Pays when money or property is stolen from your business, by its own people too.",
        Limits = StandardLimits.OccurrenceOrClaimAndAggregate,
        HasForm = true,
    };
}
