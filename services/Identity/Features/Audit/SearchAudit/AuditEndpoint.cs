using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Audit.SearchAudit;

/// <summary>
/// Reading the audit trail: an agency's admins all of their agency's, a client what concerns its account, to which its
/// token is bounded.
/// </summary>
internal static class AuditEndpoint
{
    public static void MapAudit(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/audit", SearchAsync).RequireScope(Scopes.AuditRead).WithTags("Audit")
            .WithName("SearchAudit")
            .WithSummary("The audit trail, newest first; by account, actor, action prefix, text, time and delegation.")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<Page<EntryResponse>>, ProblemHttpResult>> SearchAsync(
        [AsParameters] EntryQuery query, IdentityDb db, HttpContext http, CancellationToken cancellationToken)
    {
        var entries = query.Filter(db.AuditEntries.AsNoTracking());
        if (!query.TryReadCursor(out EntryCursor? last))
        {
            return new InvalidCursor().ToProblem();
        }

        if (last is not null)
        {
            entries = entries.Where(one => one.Number < last.Number);
        }

        var page = await entries.OrderByDescending(one => one.Number).Take(query.Rows + 1)
            .ToListAsync(cancellationToken);
        Func<AuditEntry, EntryResponse> shown = http.User.AccountId() is null
            ? EntryResponse.ForAgency
            : EntryResponse.ForClient;
        return TypedResults.Ok(query.ToPage(page, shown, last => new EntryCursor(last.Number)));
    }
}
