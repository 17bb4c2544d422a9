using Microsoft.AspNetCore.Mvc;
using Portal.Compliance.Domain.Evaluations;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Requests;

namespace Portal.Compliance.Features.Evaluations.ListEvaluations;

/// <summary>Filters of the list of evaluations.</summary>
public sealed record EvaluationQuery : PageQuery
{
    /// <summary>Only holders of this client.</summary>
    [FromQuery(Name = "client")]
    public Guid? Client { get; init; }

    /// <summary>Only this status: current, expiring, expired or superseded_terms.</summary>
    [FromQuery(Name = "status")]
    public SnakeCaseEnum<ComplianceStatus>? Status { get; init; }
}
