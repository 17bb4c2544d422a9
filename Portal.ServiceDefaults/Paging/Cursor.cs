using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Portal.ServiceDefaults.Requests;

namespace Portal.ServiceDefaults.Paging;

/// <summary>
/// Opaque cursors: the sort key of the last row seen, so that pages stay right while rows come and go.
/// </summary>
public static class Cursor
{
    // What comes back may have been made up: it is read as strictly as a request, and an instant only as it is written.
    private static readonly JsonSerializerOptions Strict = new()
    {
        Converters = { new UtcInstant() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NulCharacterCheck.Demand } },
    };

    /// <summary>Writes a sort key as a cursor.</summary>
    public static string Encode<T>(T key) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(key));

    /// <summary>Reads a cursor back; false when it was not made by <see cref="Encode"/> for this type.</summary>
    internal static bool TryDecode<T>(string cursor, [NotNullWhen(true)] out T? key)
    {
        key = default;
        if (cursor.Length > 2048 || !Base64Url.IsValid(cursor))
        {
            return false;
        }

        try
        {
            key = JsonSerializer.Deserialize<T>(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)), Strict);
            return key is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Reads a cursor that may be left out or empty, which is the beginning of the list: a null key.</summary>
    /// <returns>False when it was not made by <see cref="Encode"/> for this type.</returns>
    public static bool TryRead<T>(string? cursor, out T? key)
    {
        key = default;
        return string.IsNullOrEmpty(cursor) || TryDecode(cursor, out key);
    }

    /// <summary>
    /// Makes a page of at most <paramref name="limit"/> rows out of a query that asked for one row more.
    /// </summary>
    public static Page<TItem> ToPage<TRow, TItem, TKey>(
        IReadOnlyList<TRow> rows, int limit, Func<TRow, TItem> item, Func<TRow, TKey> key)
    {
        var more = rows.Count > limit;
        var shown = more ? rows.Take(limit).ToList() : rows;
        return new Page<TItem>([.. shown.Select(item)], more ? Encode(key(shown[^1])) : null);
    }
}
