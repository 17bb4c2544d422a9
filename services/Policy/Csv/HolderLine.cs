using Portal.Contracts.Imports;
using Portal.Contracts.Policies;

namespace Portal.Policies.Csv;

/// <summary>One row of holders.csv; which policies the holder is shown is still to be looked up.</summary>
internal sealed record HolderLine
{
    public required string ClientRef { get; init; }

    public required IReadOnlyList<PolicyLine> Lines { get; init; }

    /// <summary>The row without its policies.</summary>
    public required HolderRow Row { get; init; }
}
