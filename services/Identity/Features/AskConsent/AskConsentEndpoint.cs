using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Contracts;
using Portal.Identity.Access;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.Delegations;
using Portal.Identity.Features.ListClients;
using Portal.Identity.Features.StartDelegation;
using Portal.Identity.Storage;
using Portal.Outbox;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.AskConsent;

/// <summary>Asking a client who withdrew consent to let the agency in again.</summary>
internal static class AskConsentEndpoint
{
    public static void MapAskConsent(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/v1/clients/{id:guid}/consent-requests", AskAsync)
        .RequireScope(Scopes.DelegationsWrite)
        .WithName("AskConsent")
        .WithSummary("Asks a client's primary contact by mail to let the agency in; once an hour.")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<Results<Accepted<AskedConsentResponse>, ProblemHttpResult>> AskAsync(
        HttpContext http, Guid id, AskConsentRequest request, IdentityDb db, TimeProvider time, CancellationToken cancellationToken)
    {
        var reason = request.Reason?.Trim() ?? "";
        if (reason.Length is < Delegation.ShortestReason or > Delegation.LongestReason)
        {
            return new ReasonNeeded { Field = "reason" }.ToProblem();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.TakeAccountTurnAsync(id, cancellationToken);
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken) is not { } account)
        {
            return new ClientUnknown().ToProblem();
        }

        var now = time.GetUtcNow();
        if (account.Consent.Given)
        {
            return new ConsentGivenAlready().ToProblem();
        }

        if (account.Consent.AskableAt(now) is { } next)
        {
            var refusal = new AskedAlready(next - now);
            http.Response.Headers.RetryAfter = Math.Ceiling(refusal.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return refusal.ToProblem();
        }

        var agency = await db.Agencies.AsNoTracking().SingleAsync(cancellationToken);
        account.AskConsent(now);
        db.Enqueue(NoticeOf(agency, account, reason, now), $"account:{id}", awaitSubscriber: true);
        db.Record(http.AuditActor().Did(AuditActions.ConsentAsked, id.ToString(), account.AgencyId, id, now) with { Detail = reason });
        await db.SaveChangesAsync(cancellationToken);
        await db.SetConsentAsync(account, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Accepted((string?)null, new AskedConsentResponse(now, now + Consent.AskEvery));
    }

    private static SecurityNoticeRequested NoticeOf(Domain.Agencies.Agency agency, Account account, string reason, DateTimeOffset now) => new()
    {
        NoticeId = Guid.CreateVersion7(),
        AgencyId = agency.Id,
        AgencyName = agency.Details.Name,
        AgencyPhone = agency.Details.Phone,
        Notice = SecurityNotice.ConsentAsked,
        Name = account.Details.PrimaryContact.Name,
        Email = account.Details.PrimaryContact.Email,
        Client = account.Details.LegalName,
        Remark = reason,
        OccurredAt = now,
    };
}
