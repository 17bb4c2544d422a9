namespace Portal.Contracts;

/// <summary>Certificate carried out an <see cref="ImportHolders"/> order.</summary>
public sealed record HoldersImported
{
    public required Guid ImportId { get; init; }

    public required int Batch { get; init; }

    public required int Added { get; init; }

    public required int Updated { get; init; }

    public required int Unchanged { get; init; }

    public required ImportProblem[] Problems { get; init; }
}
