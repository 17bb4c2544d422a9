using Portal.Contracts.Commands;

namespace Portal.Contracts.Imports;

/// <summary>Certificate carried out an <see cref="ImportHoldersCommand"/>.</summary>
public sealed record HoldersImported
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

    /// <summary>Rows that were refused, and why.</summary>
    public required ImportProblem[] Problems { get; init; }
}
