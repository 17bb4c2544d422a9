using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Features.Audit;
using Portal.Identity.Features.Sessions;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.SecondFactors.StepUp;

/// <summary>Proving the second factor again in a session of the staff.</summary>
internal static class StepUpEndpoint
{
    public static void MapStepUp(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/v1/session/second-factor", ProveAsync)
        .RequireScope(Scopes.SessionsWrite)
        .WithName("ProveSecondFactorAgain")
        .WithSummary("Proves the second factor again, which whatever gives power wants fresh.")
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<Results<Ok<ProvenResponse>, ProblemHttpResult>> ProveAsync(
        HttpContext http,
        ProveSecondFactorRequest request,
        IdentityDb db,
        SessionManager sessions,
        SecondFactor factor,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await sessions.TakeAsync(http.User.SessionId().GetValueOrDefault(), cancellationToken) is not { } session)
        {
            return new SessionOver().ToProblem();
        }

        if (session.Kind != SessionKind.Staff)
        {
            return new NoAuthenticator().ToProblem();
        }

        // A wrong code is counted, so it is saved too.
        var outcome = await factor.TryAsync(session.SubjectId, request.Code, cancellationToken);
        Note(http, db, session, outcome, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Answer(http, session, outcome);
    }

    private static void Note(
        HttpContext http, IdentityDb db, Session session, SecondFactorAttempt outcome, DateTimeOffset now)
    {
        var (actor, target) = (http.AuditActor(), session.SubjectId.ToString());
        switch (outcome)
        {
            case SecondFactorAttempt.Proven:
                session.ProveSecondFactor(now);
                db.Record(actor.Did(AuditActions.SecondFactorProven, target, session.AgencyId, accountId: null, now));
                break;
            case SecondFactorAttempt.Wrong:
                db.Record(actor.Did(AuditActions.SecondFactorWrong, target, session.AgencyId, accountId: null, now) with
                {
                    Outcome = AuditOutcome.Refused,
                });
                break;
            default:
                break;
        }
    }

    private static Results<Ok<ProvenResponse>, ProblemHttpResult> Answer(
        HttpContext http, Session session, SecondFactorAttempt outcome)
    {
        switch (outcome)
        {
            case SecondFactorAttempt.Proven:
                var proven = session.SecondFactorAt.GetValueOrDefault();
                return TypedResults.Ok(new ProvenResponse(proven, proven + Session.Fresh));
            case SecondFactorAttempt.Wrong:
                return new CodeNotRight { Field = "code" }.ToProblem();
            case SecondFactorAttempt.Blocked(var wait):
                http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds)
                    .ToString(CultureInfo.InvariantCulture);
                return new WrongTooOften(wait).ToProblem();
            default:
                return new NoAuthenticator().ToProblem();
        }
    }
}
