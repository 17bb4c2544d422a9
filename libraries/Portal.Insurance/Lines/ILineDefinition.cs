namespace Portal.Insurance.Lines;

/// <summary>Says what a line of business is; <see cref="LineOfBusiness"/> finds whatever implements it.</summary>
internal interface ILineDefinition
{
    LineOfBusiness Line { get; }
}
