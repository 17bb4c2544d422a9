namespace Portal.Contracts.Commands;

/// <summary>Policy to itself: take an import one stage further.</summary>
public sealed record RunImportCommand
{
    /// <summary>The queue that it is sent to.</summary>
    public const string Queue = "policy-run-import";

    /// <summary>The import.</summary>
    public required Guid ImportId { get; init; }
}
