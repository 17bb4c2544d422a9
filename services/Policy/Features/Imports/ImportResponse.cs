using Portal.Contracts.Imports;
using Portal.Policies.Domain.Imports;

namespace Portal.Policies.Features.Imports;

/// <summary>How an import stands.</summary>
/// <param name="Id">Identifies the import.</param>
/// <param name="Status">running, finished, or failed when a file could not be read and nothing was imported.</param>
/// <param name="DryRun">Whether it only says what would happen.</param>
/// <param name="Clients">What became of the rows of the clients file.</param>
/// <param name="Policies">What became of the rows of the policies file.</param>
/// <param name="Holders">What became of the rows of the holders file.</param>
/// <param name="Problems">Why rows were refused, by file and line; 10,000 at a time.</param>
/// <param name="Next">Cursor of the problems that follow; null at the end.</param>
/// <param name="RequestedAt">When it was asked for.</param>
/// <param name="FinishedAt">When it ended; null while it runs.</param>
internal sealed record ImportResponse(
    Guid Id,
    ImportStatus Status,
    bool DryRun,
    ImportCounts Clients,
    ImportCounts Policies,
    ImportCounts Holders,
    IReadOnlyList<ImportProblem> Problems,
    string? Next,
    DateTimeOffset RequestedAt,
    DateTimeOffset? FinishedAt);
