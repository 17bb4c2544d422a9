namespace Portal.Testing.Running.Answers;

/// <summary>How an import stands.</summary>
public sealed record ImportAnswer(
    Guid Id,
    string Status,
    bool DryRun,
    ImportCountsAnswer Clients,
    ImportCountsAnswer Policies,
    ImportCountsAnswer Holders,
    IReadOnlyList<ImportProblemAnswer> Problems)
{
    /// <summary>What became of the rows of each file: clients, policies, holders.</summary>
    public IReadOnlyList<ImportCountsAnswer> Files() => [Clients, Policies, Holders];
}

/// <summary>What became of the rows of one file.</summary>
public sealed record ImportCountsAnswer(int Added, int Updated, int Unchanged, int Refused);

/// <summary>Why a row was refused.</summary>
public sealed record ImportProblemAnswer(int Line, string Column);
