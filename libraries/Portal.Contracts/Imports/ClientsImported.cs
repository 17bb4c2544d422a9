using Portal.Contracts.Commands;

namespace Portal.Contracts.Imports;

/// <summary>Identity carried out an <see cref="ImportClientsCommand"/>.</summary>
public sealed record ClientsImported
{
    /// <summary>The import that the rows belong to.</summary>
    public required Guid ImportId { get; init; }

    /// <summary>Number of the command that it answers, within its import, from 1.</summary>
    public required int Batch { get; init; }

    /// <summary>Rows that made something new.</summary>
    public required int Added { get; init; }

    /// <summary>Rows that changed what was there.</summary>
    public required int Updated { get; init; }

    /// <summary>Rows that said what was there already.</summary>
    public required int Unchanged { get; init; }

    /// <summary>The accounts behind the accepted rows; in a dry run only those that exist already.</summary>
    public required ImportedClient[] Clients { get; init; }

    /// <summary>Refused rows.</summary>
    public required ImportProblem[] Problems { get; init; }

    /// <summary>Rows that were taken but for the value named, which waits for somebody to confirm it.</summary>
    public required ImportProblem[] Proposals { get; init; }
}
