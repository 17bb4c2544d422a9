using Microsoft.EntityFrameworkCore;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Lifecycle.Timelines;
using Portal.Policies.Domain.Policies;

namespace Portal.Policies.Storage;

/// <summary>Policies with all that was recorded of them.</summary>
internal sealed class PolicyLives(PolicyDb db, TimeProvider time)
{
    /// <summary>The life of a policy.</summary>
    public async Task<PolicyLife> OfAsync(Policy policy, CancellationToken cancellationToken) =>
        (await OfAsync([policy], cancellationToken)).Single();

    /// <summary>The lives of policies, in their order.</summary>
    public async Task<List<PolicyLife>> OfAsync(
        IReadOnlyCollection<Policy> policies, CancellationToken cancellationToken)
    {
        if (policies.Count == 0)
        {
            return [];
        }

        var histories = await db.HistoriesAsync([.. policies.Select(policy => policy.Id)], cancellationToken);
        var clocks = await ClocksAsync([.. policies.Select(policy => policy.AccountId).Distinct()], cancellationToken);
        return
        [
            .. policies.Select(policy => new PolicyLife(
                policy,
                histories[policy.Id],
                clocks.GetValueOrDefault(policy.AccountId) ?? InsuredClock.OfNowhere)),
        ];
    }

    /// <summary>
    /// Makes policies stand as of now whose day came since they were stored. What that brought is stored with them by
    /// whoever stores them, and by nobody where they are only read.
    /// </summary>
    public async Task TurnAsync(IEnumerable<Policy> policies, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = policies.Where(policy => policy.TurnsAt <= now).ToList();
        (await OfAsync(due, cancellationToken)).ForEach(life => life.Turn(now));
    }

    /// <summary>Whether another policy bears a first term's number of the same insurer on some of its days.</summary>
    /// <param name="first">The term.</param>
    /// <param name="except">A policy that doesn't count; null where all do.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<bool> IsNumberInUseAsync(
        TermFacts first, PolicyId? except, CancellationToken cancellationToken)
    {
        var others = await db.Policies.AsNoTracking()
            .Where(policy => policy.Numbers.Contains(first.Number) && policy.Id != except)
            .ToListAsync(cancellationToken);
        return (await OfAsync(others, cancellationToken)).Exists(life => life.Timeline.UsesNumberOf(first));
    }

    private async Task<Dictionary<AccountId, CoverClock>> ClocksAsync(
        IReadOnlyCollection<AccountId> accounts, CancellationToken cancellationToken)
    {
        var known = await db.Accounts.AsNoTracking().Where(account => accounts.Contains(account.Id))
            .ToListAsync(cancellationToken);
        return known.ToDictionary(account => account.Id, account => InsuredClock.Of(account.Address));
    }
}
