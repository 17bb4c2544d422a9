namespace Portal.Contracts;

/// <summary>Order of Policy to itself: take an import one stage further.</summary>
public sealed record RunImport
{
    /// <summary>The queue that it is sent to.</summary>
    public const string Queue = "policy-run-import";

    public required Guid ImportId { get; init; }
}
