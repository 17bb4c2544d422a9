using Microsoft.AspNetCore.Mvc;

namespace Portal.ServiceDefaults.Paging;

/// <summary>Which page of a list is asked for, as it stands in the address; lists with filters add them.</summary>
public record PageQuery
{
    /// <summary>Rows on a page where the caller names no limit.</summary>
    public const int DefaultLimit = 50;

    /// <summary>Most rows on a page; a higher limit is cut to it.</summary>
    public const int MaxLimit = 200;

    /// <summary>Value of <c>next</c> of the page before; the list begins where it is left out or empty.</summary>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    /// <summary>Rows on the page, 50 by default, 200 at the most.</summary>
    [FromQuery(Name = "limit")]
    public int? Limit { get; init; }

    /// <summary>Rows on the page, within the bounds.</summary>
    public int Rows => Math.Clamp(Limit ?? DefaultLimit, 1, MaxLimit);

    /// <summary>Reads the sort key of the last row seen; null where the list begins.</summary>
    /// <returns>False when the cursor was not made by this list.</returns>
    public bool TryReadCursor<TKey>(out TKey? last) => Paging.Cursor.TryRead(Cursor, out last);

    /// <summary>Makes the page out of <see cref="Rows"/> rows, and one more where the list goes on.</summary>
    public Page<TItem> ToPage<TRow, TItem, TKey>(
        IReadOnlyList<TRow> rows, Func<TRow, TItem> item, Func<TRow, TKey> key) =>
        Paging.Cursor.ToPage(rows, Rows, item, key);
}
