using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Domain.Lifecycle.Transitions;
using Portal.Policies.Domain.Policies;
using Portal.Policies.Features.Policies.RecordEvents;
using Portal.Policies.Idempotency;
using Portal.Policies.Integration;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Policies.Features.Policies.AddPolicy;

/// <summary>Puts policies onto the books, each number of an insurer once for the same days.</summary>
internal sealed class AddPolicyHandler(
    PolicyDb db, RowLocks locks, PolicyLives lives, IdempotencyStore idempotency, TimeProvider time)
{
    /// <summary>Adds a policy and answers its first event; or what is wrong, and nothing is added.</summary>
    /// <param name="client">The client.</param>
    /// <param name="command">The policy.</param>
    /// <param name="caller">Who adds it.</param>
    /// <param name="request">The request's key, where it has one.</param>
    /// <param name="cancellationToken">Gives up, and nothing is added.</param>
    public async Task<Result<RecordedAnswer>> HandleAsync(
        AccountId client,
        PolicyCommand.Add command,
        ClaimsPrincipal caller,
        IdempotentRequest? request,
        CancellationToken cancellationToken)
    {
        var isNew = false;
        var once = await idempotency.OnceAsync(
            request,
            async () =>
            {
                var added = await AddAsync(client, command, caller, cancellationToken);
                isNew = !added.Failed;
                return added;
            },
            _ => Task.CompletedTask,
            cancellationToken);
        return once.Map(added => new RecordedAnswer(added, isNew));
    }

    private async Task<Result<Guid>> AddAsync(
        AccountId client, PolicyCommand.Add command, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        await locks.AccountAsync(client, cancellationToken);
        var account = await db.Accounts.AsNoTracking()
            .SingleOrDefaultAsync(known => known.Id == client, cancellationToken);
        if (account is null || (caller.AccountId() is { } own && own != client.Value))
        {
            return new ClientNotFound { Field = "clientId" };
        }

        await locks.NameAsync($"{account.AgencyId} policy {command.First.Number}", cancellationToken);
        var isNumberInUse = await lives.IsNumberInUseAsync(command.First, null, cancellationToken);
        var now = time.GetUtcNow();
        var life = PolicyLife.Begin(account.AgencyId, account.AsClient(), InsuredClock.Of(account.Address));
        var recorded = life.Record(command, now, _ => isNumberInUse);
        if (recorded.Failed)
        {
            return Result.Fail<Guid>([.. recorded.Errors.InJson()]);
        }

        db.Policies.Add(life.Policy);
        db.Record(life.Policy, EventAuthor.Of(caller));
        db.EnqueueAdded(life.Policy, now);
        return db.PolicyEvents.Local.Single().Id;
    }
}
