using Portal.Contracts.Imports;
using Portal.Policies.Domain.Imports;

namespace Portal.Policies.Storage;

/// <summary>Why a row of an import was refused.</summary>
internal sealed class StoredProblem
{
    public long Id { get; init; }

    public required ImportId ImportId { get; init; }

    public required string File { get; init; }

    public required int Line { get; init; }

    public required string Column { get; init; }

    public required string Value { get; init; }

    public required string Message { get; init; }

    public static StoredProblem Of(ImportId import, ImportProblem problem) => new()
    {
        ImportId = import,
        File = problem.File,
        Line = problem.Line,
        Column = problem.Column,
        Value = problem.Value,
        Message = problem.Message,
    };

    public ImportProblem ToContract() =>
        new() { File = File, Line = Line, Column = Column, Value = Value, Message = Message };
}
