using Portal.Contracts;

namespace Portal.Policies.Csv;

/// <summary>One row of holders.csv that passed the checks of its form; which policies it is shown is still to be looked up.</summary>
internal sealed record HolderLine
{
    public required string ClientRef { get; init; }

    public required IReadOnlyList<PolicyLine> Lines { get; init; }

    /// <summary>The row without its policies.</summary>
    public required HolderRow Row { get; init; }

    /// <summary>The cell as the file has it, for the problem that names it.</summary>
    public required string LinesText { get; init; }
}
