namespace Portal.Contracts;

/// <summary>Order of Policy to itself: take an import one stage further.</summary>
public sealed record RunImport
{
    public required Guid ImportId { get; init; }
}
