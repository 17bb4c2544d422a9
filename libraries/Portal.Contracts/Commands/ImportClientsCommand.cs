using Portal.Contracts.Identity;
using Portal.Contracts.Imports;

namespace Portal.Contracts.Commands;

/// <summary>Policy to Identity: add or update these clients.</summary>
public sealed record ImportClientsCommand
{
    /// <summary>The queue that it is sent to.</summary>
    public const string Queue = "identity-import-clients";

    /// <summary>The import that the rows belong to.</summary>
    public required Guid ImportId { get; init; }

    /// <summary>Agency whose data it is.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>Number of the command within its import, from 1.</summary>
    public required int Batch { get; init; }

    /// <summary>Answer what would happen and change nothing.</summary>
    public required bool DryRun { get; init; }

    /// <summary>Who sent the file.</summary>
    public required Requester Requester { get; init; }

    /// <summary>The rows, in the order of the file.</summary>
    public required ClientRow[] Rows { get; init; }
}
