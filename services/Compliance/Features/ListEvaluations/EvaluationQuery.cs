using Microsoft.AspNetCore.Mvc;
using Portal.Compliance.Domain;
using Portal.ServiceDefaults.Requests;

namespace Portal.Compliance.Features.ListEvaluations;

/// <summary>Filters of the list of evaluations.</summary>
public sealed class EvaluationQuery
{
    /// <summary>Only holders of this client.</summary>
    [FromQuery(Name = "client")]
    public Guid? Client { get; init; }

    /// <summary>Only this status: current, expiring, expired or superseded_terms.</summary>
    [FromQuery(Name = "status")]
    public SnakeCaseEnum<ComplianceStatus>? Status { get; init; }

    /// <summary>Value of <c>next</c> of the page before.</summary>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    /// <summary>Most rows on the page, 50 unless told, 200 at the most.</summary>
    [FromQuery(Name = "limit")]
    public int? Limit { get; init; }
}
