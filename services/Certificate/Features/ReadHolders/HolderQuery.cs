using Microsoft.AspNetCore.Mvc;

namespace Portal.Certificates.Features.ReadHolders;

/// <summary>Filters of the list of holders, and which of its pages.</summary>
public sealed class HolderQuery : HolderExportQuery
{
    /// <summary>Value of <c>next</c> of the page before.</summary>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    /// <summary>Rows on the page, 50 unless told, 200 at the most.</summary>
    [FromQuery(Name = "limit")]
    public int? Limit { get; init; }
}
