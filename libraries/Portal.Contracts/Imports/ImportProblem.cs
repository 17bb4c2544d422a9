namespace Portal.Contracts.Imports;

/// <summary>Why a row of an imported file was refused.</summary>
public sealed record ImportProblem
{
    /// <summary>clients, policies or holders.</summary>
    public required string File { get; init; }

    /// <summary>Line of the file on which the row begins, from 1; the header is line 1.</summary>
    public required int Line { get; init; }

    /// <summary>Name of the column.</summary>
    public required string Column { get; init; }

    /// <summary>What the file says there.</summary>
    public required string Value { get; init; }

    /// <summary>What is wrong and what to do.</summary>
    public required string Message { get; init; }
}
