namespace Portal.Web.Api.Imports;

/// <summary>How an import stands.</summary>
/// <param name="Id">The import.</param>
/// <param name="Status">running, finished, or failed when a file could not be read and nothing was imported.</param>
/// <param name="DryRun">Whether it only says what would happen.</param>
/// <param name="Clients">What became of the rows of the clients file.</param>
/// <param name="Policies">What became of the rows of the policies file.</param>
/// <param name="Holders">What became of the rows of the holders file.</param>
/// <param name="Problems">Why rows were refused, by file and line.</param>
/// <param name="Next">Not null where there are more problems than these.</param>
/// <param name="RequestedAt">When it was asked for.</param>
/// <param name="FinishedAt">When it ended; null while it runs.</param>
public sealed record ImportJob(
    Guid Id,
    string Status,
    bool DryRun,
    ImportCounts Clients,
    ImportCounts Policies,
    ImportCounts Holders,
    IReadOnlyList<ImportProblem> Problems,
    string? Next,
    DateTimeOffset RequestedAt,
    DateTimeOffset? FinishedAt)
{
    public bool IsRunning => Status == "running";

    public bool Failed => Status == "failed";

    /// <summary>Rows that are, or would be, added or changed.</summary>
    public int Changes => Clients.Changes + Policies.Changes + Holders.Changes;

    public int Refused => Clients.Refused + Policies.Refused + Holders.Refused;
}

/// <summary>What became of the rows of one file.</summary>
public sealed record ImportCounts(int Added, int Updated, int Unchanged, int Refused)
{
    public int Changes => Added + Updated;

    public int Rows => Added + Updated + Unchanged + Refused;
}

/// <summary>Why a row was refused.</summary>
public sealed record ImportProblem(string File, int Line, string Column, string Value, string Message);
