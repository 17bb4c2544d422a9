using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Portal.Contracts.Imports;
using Portal.Policies.Domain.Imports;
using Portal.Policies.Storage;

namespace Portal.Policies.Features.Imports.RunImportStage;

/// <summary>
/// What a stage writes leaves memory before the stage goes on. All of it is in the open transaction, so that it counts
/// only if the stage comes to its end.
/// </summary>
internal static class StageWrites
{
    /// <summary>Writes all changes so far and forgets them; the import alone stays tracked.</summary>
    public static async Task WriteAsync(this PolicyDb db, Import import, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        db.Attach(import);
    }

    /// <summary>Writes problems in their order, none of them tracked.</summary>
    public static async Task WriteProblemsAsync(
        this PolicyDb db, ImportId import, IEnumerable<ImportProblem> problems, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var writer = await connection.BeginBinaryImportAsync(
            """copy import_problems (import_id, file, line, "column", value, message) from stdin (format binary)""", cancellationToken);
        foreach (var problem in problems)
        {
            await writer.StartRowAsync(cancellationToken);
            await writer.WriteAsync(import.Value, NpgsqlDbType.Uuid, cancellationToken);
            await writer.WriteAsync(problem.File, NpgsqlDbType.Text, cancellationToken);
            await writer.WriteAsync(problem.Line, NpgsqlDbType.Integer, cancellationToken);
            await writer.WriteAsync(problem.Column, NpgsqlDbType.Text, cancellationToken);
            await writer.WriteAsync(problem.Value, NpgsqlDbType.Text, cancellationToken);
            await writer.WriteAsync(problem.Message, NpgsqlDbType.Text, cancellationToken);
        }

        await writer.CompleteAsync(cancellationToken);
    }
}
