namespace Portal.Contracts;

/// <summary>Order from Policy to Identity: add or update these clients.</summary>
public sealed record ImportClients
{
    /// <summary>The queue that it is sent to.</summary>
    public const string Queue = "identity-import-clients";

    public required Guid ImportId { get; init; }

    public required Guid AgencyId { get; init; }

    /// <summary>Number of the order within its import, from 1.</summary>
    public required int Batch { get; init; }

    /// <summary>Answer what would happen and change nothing.</summary>
    public required bool DryRun { get; init; }

    /// <summary>Who sent the file.</summary>
    public required Requester Requester { get; init; }

    public required ClientRow[] Rows { get; init; }
}
