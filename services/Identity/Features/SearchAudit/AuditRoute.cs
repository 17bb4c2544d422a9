using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.SearchAudit;

/// <summary>
/// Reading the audit trail: an agency's admins all of their agency's, a client what concerns its account, to which its
/// token is bounded.
/// </summary>
internal static class AuditRoute
{
    public static void MapAudit(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/audit", SearchAsync).RequireScope(Scopes.AuditRead).WithTags("Audit").WithName("SearchAudit")
            .WithSummary("The audit trail, newest first; by account, actor, action prefix, text, time and delegation.")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<Page<EntryResponse>>, ProblemHttpResult>> SearchAsync(
        [AsParameters] EntrySearch search, IdentityDb db, HttpContext http, CancellationToken cancellationToken)
    {
        var entries = db.AuditEntries.AsNoTracking().Matching(search);
        if (search.Cursor is not null)
        {
            if (!Cursor.TryDecode<EntryPosition>(search.Cursor, out var last))
            {
                return new InvalidCursor().ToProblem();
            }

            entries = entries.Where(one => one.Number < last.Number);
        }

        var rows = Cursor.ClampLimit(search.Limit);
        var page = await entries.OrderByDescending(one => one.Number).Take(rows + 1).ToListAsync(cancellationToken);
        Func<AuditEntry, EntryResponse> shown = http.User.AccountId() is null ? EntryResponse.ForAgency : EntryResponse.ForClient;
        return TypedResults.Ok(Cursor.ToPage(page, rows, shown, last => new EntryPosition(last.Number)));
    }
}
