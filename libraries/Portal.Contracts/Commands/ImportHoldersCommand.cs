using Portal.Contracts.Imports;

namespace Portal.Contracts.Commands;

/// <summary>
/// Policy to Certificate: add or update these holders of one client. Rows that may name the same holder
/// always travel in the same command.
/// </summary>
public sealed record ImportHoldersCommand
{
    /// <summary>The queue that it is sent to.</summary>
    public const string Queue = "certificate-import-holders";

    /// <summary>The import that the rows belong to.</summary>
    public required Guid ImportId { get; init; }

    /// <summary>Agency whose data it is.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>Number of the command within its import, from 1.</summary>
    public required int Batch { get; init; }

    /// <summary>Answer what would happen and change nothing.</summary>
    public required bool DryRun { get; init; }

    /// <summary>Account of the client; null in a dry run whose clients file would add it.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>The rows, in the order of the file.</summary>
    public required HolderRow[] Rows { get; init; }
}
