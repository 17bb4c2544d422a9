namespace Portal.Contracts;

/// <summary>Identity carried out an <see cref="ImportClients"/> order.</summary>
public sealed record ClientsImported
{
    public required Guid ImportId { get; init; }

    public required int Batch { get; init; }

    public required int Added { get; init; }

    public required int Updated { get; init; }

    public required int Unchanged { get; init; }

    /// <summary>The accounts behind the accepted rows; in a dry run only those that exist already.</summary>
    public required ImportedClient[] Clients { get; init; }

    public required ImportProblem[] Problems { get; init; }
}
