using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Lifecycle.Transitions;
using Portal.Policies.Domain.Policies;
using Portal.Policies.Idempotency;
using Portal.Policies.Integration;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies.RecordEvents;

/// <summary>Records an event of a policy once, however often it is sent.</summary>
internal sealed class RecordEventHandler(
    PolicyDb db, RowLocks locks, PolicyLives lives, PolicyChanges changes, IdempotencyStore idempotency)
{
    /// <summary>Records an event and answers it; or everything that is wrong, and nothing is recorded.</summary>
    /// <param name="account">The client.</param>
    /// <param name="id">The policy.</param>
    /// <param name="ifMatch">The request's If-Match; null where it has none.</param>
    /// <param name="ask">Makes the command out of what is known of the policy.</param>
    /// <param name="caller">Who records it.</param>
    /// <param name="request">The request's key, where it has one.</param>
    /// <param name="cancellationToken">Gives up, and nothing is recorded.</param>
    public async Task<Result<RecordedAnswer>> HandleAsync(
        AccountId account,
        PolicyId id,
        string? ifMatch,
        Func<PolicyLife, Result<PolicyCommand>> ask,
        ClaimsPrincipal caller,
        IdempotentRequest? request,
        CancellationToken cancellationToken)
    {
        var (isNew, version) = (false, 0L);
        var once = await idempotency.OnceAsync(
            request,
            async () =>
            {
                var changed = await changes.ChangeAsync(
                    account,
                    id,
                    ifMatch,
                    caller,
                    async (life, now) =>
                    {
                        var asked = ask(life);
                        var recorded = asked.Failed
                            ? Result.Fail<RecordedEvent>(asked.Errors)
                            : await RecordAsync(life, asked.Value, caller, now, cancellationToken);
                        (isNew, version) = (true, recorded.Value?.Version ?? 0);
                        return recorded.Errors;
                    },
                    cancellationToken,
                    life => (version = life.Repeated(before => ask(before).Value)?.Version ?? 0) > 0);
                return changed.Failed
                    ? Result.Fail<Guid>(changed.Errors)
                    : await IdOfAsync(id, version, cancellationToken);
            },
            _ => Task.CompletedTask,
            cancellationToken);
        return once.Map(recorded => new RecordedAnswer(recorded, isNew));
    }

    private async Task<Result<RecordedEvent>> RecordAsync(
        PolicyLife life,
        PolicyCommand command,
        ClaimsPrincipal caller,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var recorded = command is PolicyCommand.Rewrite rewrite
            ? await RewriteAsync(life, rewrite, caller, now, cancellationToken)
            : life.Record(command, now);
        return recorded.Failed && command is PolicyCommand.Correct { Change: not null }
            ? Result.Fail<RecordedEvent>([.. recorded.Errors.Select(OfChange)])
            : recorded;
    }

    private async Task<Result<RecordedEvent>> RewriteAsync(
        PolicyLife life,
        PolicyCommand.Rewrite rewrite,
        ClaimsPrincipal caller,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var (policy, first) = (life.Policy, rewrite.Successor.First);
        await locks.NameAsync($"{policy.AgencyId} policy {first.Number}", cancellationToken);
        var isNumberInUse = await lives.IsNumberInUseAsync(first, policy.Id, cancellationToken);
        var successor = PolicyLife.Begin(
            policy.AgencyId,
            new Client(policy.AccountId, policy.ClientRef, policy.ClientName),
            life.Timeline.Clock);
        var rewritten = life.Record(
            rewrite with { SuccessorId = successor.Policy.Id.Value }, now, _ => isNumberInUse);
        if (rewritten.Failed)
        {
            return rewritten;
        }

        var added = successor.Record(
            rewrite.Successor with { Reason = rewrite.Reason, Zone = rewrite.Successor.Zone ?? life.Timeline.Zone },
            now);
        if (added.Failed)
        {
            return Result.Fail<RecordedEvent>(
                [.. added.Errors.Select(error => error with { Field = $"New.{error.Field}" })]);
        }

        db.Policies.Add(successor.Policy);
        db.Record(successor.Policy, EventAuthor.Of(caller));
        db.EnqueueAdded(successor.Policy, now);
        return rewritten;
    }

    // What is wrong with the event as changed stands in the change.
    private static Error OfChange(Error error) => error.Field is null or nameof(PolicyCommand.Correct.Of)
        ? error
        : error with { Field = $"Change.{error.Field}" };

    private async Task<Guid> IdOfAsync(PolicyId id, long version, CancellationToken cancellationToken) =>
        db.PolicyEvents.Local.FirstOrDefault(stored => stored.PolicyId == id && stored.Version == version)?.Id
        ?? await db.PolicyEvents.Where(stored => stored.PolicyId == id && stored.Version == version)
            .Select(stored => stored.Id).SingleAsync(cancellationToken);
}
