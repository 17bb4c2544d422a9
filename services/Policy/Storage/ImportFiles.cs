using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;
using Portal.Policies.Domain.Imports;

namespace Portal.Policies.Storage;

/// <summary>
/// The stored files of imports, inside the open transaction. One may have 64 MB, so that it passes as a stream where it
/// can and is in memory once where it can't: tracked, or read as a row like any other, it would be there two and three
/// times.
/// </summary>
internal sealed class ImportFiles(PolicyDb db)
{
    /// <summary>Stores a file.</summary>
    /// <param name="content">Its bytes from the first on, of a stream that knows its length.</param>
    public Task AddAsync(ImportId import, string name, Stream content, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync(
            "insert into import_files (import_id, name, content) values (@import, @name, @content)",
            [
                new NpgsqlParameter("import", import.Value),
                new NpgsqlParameter("name", name),
                new NpgsqlParameter("content", NpgsqlDbType.Bytea) { Value = content },
            ],
            cancellationToken);

    /// <summary>Gives an import the files of another one.</summary>
    public Task CopyAsync(
        ImportId from, ImportId to, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        insert into import_files (import_id, name, content)
        select {to.Value}, name, content from import_files where import_id = {from.Value}
        """,
        cancellationToken);

    /// <summary>
    /// A file's bytes, in an array that the caller gives back to <see cref="SpareArray"/>; null where the import has
    /// none of that name. Stages read the same files one after another, each of which would leave an array of its size
    /// behind.
    /// </summary>
    public async Task<ArraySegment<byte>?> RentAsync(ImportId import, string name, CancellationToken cancellationToken)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText =
            "select octet_length(content), content from import_files where import_id = @import and name = @name";
        command.Parameters.Add(new NpgsqlParameter("import", import.Value));
        command.Parameters.Add(new NpgsqlParameter("name", name));

        // Otherwise the whole row is gathered before the bytes are copied out of it.
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }

        var length = reader.GetInt32(0);
        var content = new ArraySegment<byte>(SpareArray.Rent(length), 0, length);
        await using var stream = reader.GetStream(1);
        await stream.ReadExactlyAsync(content, cancellationToken);
        return content;
    }
}
