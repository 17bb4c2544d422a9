namespace Portal.Contracts;

/// <summary>
/// Order from Policy to Certificate: add or update these holders of one client. Rows that may name the same holder
/// always travel in the same order.
/// </summary>
public sealed record ImportHolders
{
    /// <summary>The queue that it is sent to.</summary>
    public const string Queue = "certificate-import-holders";

    public required Guid ImportId { get; init; }

    public required Guid AgencyId { get; init; }

    /// <summary>Number of the order within its import, from 1.</summary>
    public required int Batch { get; init; }

    /// <summary>Answer what would happen and change nothing.</summary>
    public required bool DryRun { get; init; }

    /// <summary>Account of the client; null in a dry run whose clients file would add it.</summary>
    public Guid? AccountId { get; init; }

    public required HolderRow[] Rows { get; init; }
}
