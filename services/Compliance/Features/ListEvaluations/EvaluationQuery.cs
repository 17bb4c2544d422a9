using Microsoft.AspNetCore.Mvc;

namespace Portal.Compliance.Features.ListEvaluations;

/// <summary>Filters of the list of evaluations.</summary>
public sealed class EvaluationQuery
{
    /// <summary>Only holders of this client.</summary>
    [FromQuery(Name = "account")]
    public Guid? Account { get; init; }

    /// <summary>Only this status: current, expiring, expired or superseded_terms.</summary>
    [FromQuery(Name = "status")]
    public string? Status { get; init; }

    /// <summary>Value of <c>next</c> of the page before.</summary>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    /// <summary>Most rows on the page, 50 unless told, 200 at the most.</summary>
    [FromQuery(Name = "limit")]
    public int? Limit { get; init; }
}
