using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Auditing;
using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Lifecycle.Transitions;
using Portal.Policies.Domain.Policies;
using Portal.Policies.Features.Policies.ListPolicyEvents;
using Portal.Policies.Idempotency;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Requests;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies.RecordEvents;

/// <summary>Answers requests that record an event of a policy.</summary>
internal sealed class EventRecorder(PolicyDb db, PolicyLives lives, RecordEventHandler handler)
{
    /// <summary>Records what a request asks for.</summary>
    /// <param name="http">The request.</param>
    /// <param name="id">The policy.</param>
    /// <param name="ifMatch">The request's If-Match; null where it has none.</param>
    /// <param name="body">Its body, by which it is known when it comes again.</param>
    /// <param name="read">Makes the command out of the body, or notes what it lacks.</param>
    /// <param name="cancellationToken">Gives up, and nothing is recorded.</param>
    public Task<Results<Created<RecordedEventResponse>, Ok<RecordedEventResponse>, ProblemHttpResult>> RecordAsync(
        HttpContext http,
        Guid id,
        string? ifMatch,
        object body,
        Func<List<Error>, PolicyCommand> read,
        CancellationToken cancellationToken)
    {
        var problems = new List<Error>();
        var command = read(problems);
        return RecordAsync(http, id, ifMatch, body, problems, _ => command, cancellationToken);
    }

    /// <inheritdoc cref="RecordAsync(HttpContext, Guid, string, object, Func{List{Error}, PolicyCommand}, CancellationToken)"/>
    /// <param name="http">The request.</param>
    /// <param name="id">The policy.</param>
    /// <param name="ifMatch">The request's If-Match; null where it has none.</param>
    /// <param name="body">Its body, by which it is known when it comes again.</param>
    /// <param name="problems">What is wrong with the body.</param>
    /// <param name="ask">Makes the command out of what is known of the policy.</param>
    /// <param name="cancellationToken">Gives up, and nothing is recorded.</param>
    public async Task<Results<Created<RecordedEventResponse>, Ok<RecordedEventResponse>, ProblemHttpResult>>
        RecordAsync(
            HttpContext http,
            Guid id,
            string? ifMatch,
            object body,
            IReadOnlyList<Error> problems,
            Func<PolicyLife, Result<PolicyCommand>> ask,
            CancellationToken cancellationToken)
    {
        var key = new PolicyId(id);
        if (await db.AccountOfAsync(key, cancellationToken) is not { } account)
        {
            return new PolicyNotFound().ToProblem();
        }

        http.Concerns(account.Value);
        if (problems.Count > 0)
        {
            return problems.ToProblem();
        }

        var recorded = await handler.HandleAsync(
            account, key, ifMatch, ask, http.User, IdempotentRequest.Of(http, body), cancellationToken);
        return await AnswerAsync(http, recorded, cancellationToken);
    }

    /// <summary>Answers an event that is on record, or why it is not.</summary>
    public async Task<Results<Created<RecordedEventResponse>, Ok<RecordedEventResponse>, ProblemHttpResult>>
        AnswerAsync(HttpContext http, Result<RecordedAnswer> recorded, CancellationToken cancellationToken)
    {
        if (recorded.Failed)
        {
            return recorded.ToProblem();
        }

        var stored = await db.PolicyEvents.AsNoTracking()
            .SingleAsync(each => each.Id == recorded.Value.EventId, cancellationToken);
        var policy = await PolicyAsync(stored.PolicyId, cancellationToken);
        var successor = stored.Read().Event is PolicyEvent.Rewritten { Successor: { } id }
            ? PolicyResponse.Of(await PolicyAsync(new PolicyId(id), cancellationToken))
            : null;
        var answer = new RecordedEventResponse(
            PolicyEventResponse.Of(stored),
            PolicyResponse.Of(policy),
            [.. stored.Warnings.Select(code => new PolicyWarningResponse(code, WarningWords.DetailOf(code)))],
            successor);
        http.Response.Headers.ETag = ETags.Of(policy.Revision);
        return recorded.Value.IsNew
            ? TypedResults.Created($"/api/v1/policies/{policy.Id}/events", answer)
            : TypedResults.Ok(answer);
    }

    private async Task<Policy> PolicyAsync(PolicyId id, CancellationToken cancellationToken)
    {
        var policy = await db.Policies.AsNoTracking().SingleAsync(policy => policy.Id == id, cancellationToken);
        await lives.TurnAsync([policy], cancellationToken);
        return policy;
    }
}
