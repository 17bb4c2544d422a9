namespace Portal.Insurance.Lines;

/// <summary>Limits that several lines have alike.</summary>
internal static class StandardLimits
{
    /// <summary>The most for one event, and for all of a term.</summary>
    public static IReadOnlyList<LineLimit> OccurrenceAndAggregate { get; } =
    [
        new(LimitKind.EachOccurrence, IsRequired: true),
        Aggregate,
        new(LimitKind.Deductible),
        new(LimitKind.Retention),
    ];

    /// <summary>The same, which a claims-made policy states for each claim.</summary>
    public static IReadOnlyList<LineLimit> OccurrenceOrClaimAndAggregate { get; } =
    [
        new(LimitKind.EachOccurrence, IsRequired: true) { ClaimsMadeName = "Each claim" },
        Aggregate,
        new(LimitKind.Deductible),
        new(LimitKind.Retention),
    ];

    // Only general liability has a second aggregate, beside which it would be the general one.
    private static LineLimit Aggregate => new(LimitKind.GeneralAggregate)
    {
        Name = "Aggregate",
        Explanation = "The most for all events of one term together.",
    };
}
