using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Portal.Web.Components.Tables;

/// <summary>
/// What a table shows, as its page's address says it: <c>?search=acme&amp;sort=-renewal&amp;cursor=…</c>. A minus
/// before the name of the order means downwards.
/// </summary>
public sealed class TableAddress
{
    public const string SortKey = "sort";
    public const string CursorKey = "cursor";

    private readonly string _path;
    private readonly Dictionary<string, StringValues> _query;

    /// <param name="path">Path of the page, below /as/ where it is there.</param>
    /// <param name="query">Query of the page, as it came.</param>
    public TableAddress(string path, string? query)
        : this(path, new Dictionary<string, StringValues>(QueryHelpers.ParseQuery(query), StringComparer.Ordinal))
    {
    }

    private TableAddress(string path, Dictionary<string, StringValues> query) => (_path, _query) = (path, query);

    public static TableAddress Of(HttpRequest request) =>
        new(request.PathBase + request.Path, request.QueryString.Value);

    /// <summary>Path of the page.</summary>
    public string Path => _path;

    /// <summary>Name of the order; null for the table's own.</summary>
    public string? Sort => this[SortKey]?.TrimStart('-') is { Length: > 0 } sort ? sort : null;

    public bool Descending => this[SortKey] is ['-', ..];

    /// <summary>Position that the page begins at; null for the first.</summary>
    public string? Cursor => this[CursorKey];

    /// <summary>Whether anything but order and position was asked for.</summary>
    public bool IsFiltered =>
        _query.Any(pair => pair.Key is not (SortKey or CursorKey) && !StringValues.IsNullOrEmpty(pair.Value));

    /// <summary>A value of the query; null without one.</summary>
    public string? this[string key] =>
        _query.TryGetValue(key, out var values) && values is [{ Length: > 0 } value, ..] ? value : null;

    /// <summary>
    /// The address with the order by a column; by the column that it is ordered by already, the other way round.
    /// </summary>
    public string SortedBy(string column) => With(SortKey, Sort == column && !Descending ? "-" + column : column);

    public string At(string? cursor) => With(CursorKey, cursor);

    /// <summary>The address without filters.</summary>
    public string Unfiltered => this[SortKey] is { } sort ? _path + new QueryBuilder { { SortKey, sort } } : _path;

    /// <summary>
    /// The address with a value changed; whatever else changes than the position leads to the first page.
    /// </summary>
    public string With(string key, string? value)
    {
        var query = new Dictionary<string, StringValues>(_query, StringComparer.Ordinal);
        query.Remove(CursorKey);
        query.Remove(key);
        if (!string.IsNullOrEmpty(value))
        {
            query[key] = value;
        }

        return _path + new QueryBuilder(query);
    }

    /// <summary>What a form that filters has to carry along.</summary>
    public IEnumerable<KeyValuePair<string, string>> Kept => this[SortKey] is { } sort ? [new(SortKey, sort)] : [];
}
