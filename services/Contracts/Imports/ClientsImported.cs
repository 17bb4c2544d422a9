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

    /// <summary>Refused rows.</summary>
    public required ImportProblem[] Problems { get; init; }

    /// <summary>Rows that were taken but for the value named, which waits for somebody to confirm it.</summary>
    public required ImportProblem[] Proposals { get; init; }
}
