using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Features.Access;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Contacts.ConfirmContacts;

/// <summary>Primary contacts that files name for known clients, until somebody takes them or keeps today's.</summary>
internal static class ConfirmContactsEndpoint
{
    public static void MapConfirmContacts(this IEndpointRouteBuilder routes)
    {
        var proposals = routes.MapGroup("/api/v1/contact-proposals").WithTags("Contacts");
        proposals.MapGet("", ListAsync).RequireScope(Scopes.ClientsRead).WithName("ListContactProposals")
            .WithSummary(
                "Primary contacts that imports name for known clients and that wait to be confirmed, oldest first.");
        proposals.MapPost("/{id:guid}/confirmation", ConfirmAsync).RequirePower(Powers.ChangePrimary)
            .WithName("ConfirmContactProposal")
            .WithSummary(
                "Takes the contact that a file named; the address before is told, and who loses access is signed out "
                + "at once.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        proposals.MapDelete("/{id:guid}", DismissAsync).RequireScope(Scopes.ClientsWrite)
            .WithName("DismissContactProposal")
            .WithSummary("Keeps today's contact; the same values are not proposed again.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<Page<ContactProposalResponse>>, ProblemHttpResult>> ListAsync(
        IdentityDb db, Guid? client, [AsParameters] PageQuery paging, CancellationToken cancellationToken)
    {
        var waiting = db.ContactProposals.AsNoTracking().Where(one => one.DismissedAt == null);
        if (client is { } account)
        {
            waiting = waiting.Where(one => one.AccountId == account);
        }

        if (!paging.TryReadCursor(out Guid? last))
        {
            return new InvalidCursor().ToProblem();
        }

        if (last is not null)
        {
            waiting = waiting.Where(one => one.Id > last);
        }

        var page = await waiting.Join(
            db.Accounts.AsNoTracking(),
            one => one.AccountId,
            one => one.Id,
            (one, of) => new { Proposal = one, Account = of })
            .OrderBy(one => one.Proposal.Id).Take(paging.Rows + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(paging.ToPage(
            page, one => ContactProposalResponse.Of(one.Proposal, one.Account), one => one.Proposal.Id));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ConfirmAsync(
        HttpContext http, Guid id, ConfirmContactHandler handler, CancellationToken cancellationToken) =>
        await handler.HandleAsync(http, id, cancellationToken) is { } problem
            ? problem.ToProblem()
            : TypedResults.NoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> DismissAsync(
        HttpContext http, Guid id, DismissContactHandler handler, CancellationToken cancellationToken) =>
        await handler.HandleAsync(http, id, cancellationToken) is { } problem
            ? problem.ToProblem()
            : TypedResults.NoContent();
}
