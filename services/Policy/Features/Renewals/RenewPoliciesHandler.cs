using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Portal.Insurance;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Domain.Policies;
using Portal.Policies.Domain.Renewals;
using Portal.Policies.Features.Policies;
using Portal.Policies.Idempotency;
using Portal.Policies.Integration;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Policies.Features.Renewals;

/// <summary>
/// Renews policies of one client together: all of them or none. Terms, the promise of the distribution and the message
/// that causes it are one transaction.
/// </summary>
internal sealed class RenewPoliciesHandler(
    PolicyDb db, RowLocks locks, PolicyLives lives, IdempotencyStore idempotency, TimeProvider time)
{
    /// <summary>
    /// Renews, and answers the promised distribution; or everything that is wrong, and nothing is renewed.
    /// </summary>
    /// <param name="account">The client.</param>
    /// <param name="renewals">At least one, each of another policy.</param>
    /// <param name="caller">Who renews.</param>
    /// <param name="request">The request's key, where it has one.</param>
    /// <param name="cancellationToken">Gives up, and nothing is renewed.</param>
    public async Task<Result<RenewalPromiseResponse>> HandleAsync(
        AccountId account,
        IReadOnlyList<RequestedRenewal> renewals,
        ClaimsPrincipal caller,
        IdempotentRequest? request,
        CancellationToken cancellationToken)
    {
        var promised = await idempotency.OnceAsync(
            request,
            () => RenewAsync(account, renewals, caller, cancellationToken),
            _ => Task.CompletedTask,
            cancellationToken);
        return promised.Map(distribution => new RenewalPromiseResponse(distribution));
    }

    /// <summary>
    /// What <see cref="HandleAsync"/> would do; or everything that is wrong. Nothing is stored either way.
    /// </summary>
    public async Task<Result<RenewalPreviewResponse>> PreviewAsync(
        AccountId account, IReadOnlyList<RequestedRenewal> renewals, CancellationToken cancellationToken)
    {
        var insured = await InsuredAsync(account, cancellationToken);
        if (insured is null)
        {
            return new ClientNotFound();
        }

        var policies = await db.Policies.AsNoTracking()
            .Where(policy => policy.AccountId == account).ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        var current = await TurnedAsync(renewals, policies, now, cancellationToken);
        var before = policies.ToDictionary(policy => policy.Id, policy => TermResponse.Of(policy.Current));
        var problems = Renew(renewals, current, now);
        if (problems.Count > 0)
        {
            return Result.Fail<RenewalPreviewResponse>(problems);
        }

        var renewed = renewals.Select(renewal => policies.Single(policy => policy.Id == renewal.PolicyId));
        return new RenewalPreviewResponse(
            [.. renewed.Select(policy => PreviewOf(policy, before[policy.Id]))],
            Snapshots.Of(insured),
            Snapshots.Shown(policies));
    }

    private async Task<Result<Guid>> RenewAsync(
        AccountId account,
        IReadOnlyList<RequestedRenewal> renewals,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken)
    {
        await locks.AccountAsync(account, cancellationToken);
        var insured = await InsuredAsync(account, cancellationToken);
        if (insured is null)
        {
            return new ClientNotFound();
        }

        var policies = await db.Policies
            .Where(policy => policy.AccountId == account).ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        var current = await TurnedAsync(renewals, policies, now, cancellationToken);
        var turned = policies.FindAll(policy => policy.HasUnrecorded);
        var problems = Renew(renewals, current, now);
        if (problems.Count > 0)
        {
            return Result.Fail<Guid>(problems);
        }

        var promised = new Renewal
        {
            DistributionId = DistributionId.New(),
            AgencyId = insured.AgencyId,
            AccountId = account,
            PolicyIds = [.. renewals.Select(renewal => renewal.PolicyId.Value)],
            RequestedBy = caller.Subject(),
            RequestedAt = now,
        };
        db.Renewals.Add(promised);
        policies.ForEach(policy => db.Record(policy, EventAuthor.Of(caller)));
        turned.ForEach(policy => db.EnqueueChanged(policy, now));
        db.EnqueueRenewed(promised, insured, policies);
        return promised.DistributionId.Value;
    }

    private Task<Account?> InsuredAsync(AccountId account, CancellationToken cancellationToken) =>
        db.Accounts.AsNoTracking().SingleOrDefaultAsync(known => known.Id == account, cancellationToken);

    // The policies that are renewed, and those that stand otherwise by now than they were stored.
    private async Task<List<PolicyLife>> TurnedAsync(
        IReadOnlyList<RequestedRenewal> renewals,
        List<Policy> policies,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var named = renewals.Select(renewal => renewal.PolicyId).ToHashSet();
        var current = await lives.OfAsync(
            policies.FindAll(policy => policy.TurnsAt <= now || named.Contains(policy.Id)), cancellationToken);
        current.ForEach(life => life.Turn(now));
        return current;
    }

    private static List<Error> Renew(
        IEnumerable<RequestedRenewal> renewals, List<PolicyLife> current, DateTimeOffset now) =>
        [.. renewals.SelectMany(renewal => Renew(renewal, current, now))];

    private static IEnumerable<Error> Renew(RequestedRenewal renewal, List<PolicyLife> lives, DateTimeOffset now)
    {
        if (lives.Find(life => life.Policy.Id == renewal.PolicyId) is not { Timeline.LastAsItEnds: { } last } life)
        {
            return [new PolicyNotOfClient { Field = renewal.Path + "policyId" }];
        }

        if (PolicyChangedMeanwhile.Check(renewal.IfMatch, life) is { } stale)
        {
            return [stale];
        }

        var renew = renewal.Change.Renewing(last, renewal.Effective, renewal.Expiration) with
        {
            Reason = renewal.Reason,
        };
        return life.Record(renew, now).Errors.InJson(renewal.Path);
    }

    private static PreviewedRenewalResponse PreviewOf(Policy policy, TermResponse before) =>
        new(policy.Id.Value, policy.Line, before, TermResponse.Of(policy.Current));
}
