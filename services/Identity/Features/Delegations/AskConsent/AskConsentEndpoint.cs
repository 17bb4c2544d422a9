using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.Delegations;
using Portal.Identity.Features.Access;
using Portal.Identity.Features.Audit;
using Portal.Identity.Features.Clients;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.Delegations.AskConsent;

/// <summary>Asking a client who withdrew consent to let the agency in again.</summary>
internal static class AskConsentEndpoint
{
    public static void MapAskConsent(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/v1/clients/{id:guid}/consent-requests", AskAsync)
        .RequirePower(Powers.AskConsent)
        .WithName("AskConsent")
        .WithSummary("Asks a client's primary contact by mail to let the agency in; once an hour.")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<Results<Accepted<AskedConsentResponse>, ProblemHttpResult>> AskAsync(
        HttpContext http,
        Guid id,
        AskConsentRequest request,
        IdentityDb db,
        PowerNotices notices,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var reason = request.Reason?.Trim() ?? "";
        if (reason.Length is < Delegation.ShortestReason or > Delegation.LongestReason)
        {
            return DelegationReason.Invalid.ToProblem();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.TakeAccountTurnAsync(id, cancellationToken);
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(
                one => one.Id == id, cancellationToken) is not { } account)
        {
            return new ClientNotFound().ToProblem();
        }

        var now = time.GetUtcNow();
        if (account.Consent.Given)
        {
            return new ConsentGivenAlready().ToProblem();
        }

        if (account.Consent.AskableAt(now) is { } next)
        {
            var refusal = new AskedAlready(next - now);
            http.Response.Headers.RetryAfter = Math.Ceiling(refusal.RetryAfter.TotalSeconds)
                .ToString(CultureInfo.InvariantCulture);
            return refusal.ToProblem();
        }

        account.AskConsent(now);
        await notices.TellAsync(
            Powers.AskConsent, new PowerUse(account.AgencyId, http.AuditActor())
            {
                Account = account,
                Remark = reason,
            }, cancellationToken);
        db.Record(http.Act(AuditActions.ConsentAsked, id.ToString(), now, id, reason));
        await db.SaveChangesAsync(cancellationToken);
        await db.SetConsentAsync(account, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Accepted((string?)null, new AskedConsentResponse(now, now + Consent.AskEvery));
    }
}
