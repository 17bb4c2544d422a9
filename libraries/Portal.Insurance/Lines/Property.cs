using Portal.Contracts.Policies;

namespace Portal.Insurance.Lines;

/// <summary>Commercial property.</summary>
internal sealed class Property : ILineDefinition
{
    public LineOfBusiness Line => new()
    {
        Line = PolicyLine.Property,
        Name = "Commercial property",
        Explanation = "Pays to repair or replace your building and what belongs to it.",
        Limits = [new(LimitKind.BuildingLimit, IsRequired: true), new(LimitKind.Deductible)],
    };
}
