using Microsoft.EntityFrameworkCore;
using Portal.Insurance;
using Portal.Policies.Domain;
using Portal.Policies.Features.GetPolicies;
using Portal.Policies.Http;
using Portal.Policies.Messages;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.RenewPolicies;

/// <summary>
/// Renews policies of one client together: all of them or none. Terms, the promise of the distribution and the message
/// that causes it are one transaction.
/// </summary>
internal sealed class RenewPoliciesHandler(PolicyDb db, RowLocks locks, RememberedAnswers answers, TimeProvider clock)
{
    /// <summary>Renews, and answers the promised distribution; or everything that is wrong, and nothing is renewed.</summary>
    /// <param name="account">The client.</param>
    /// <param name="renewals">At least one, each of another policy.</param>
    /// <param name="requestedBy">Subject of the token.</param>
    /// <param name="idempotency">The request's key, where it has one.</param>
    /// <param name="cancellationToken">Gives up, and nothing is renewed.</param>
    public async Task<Outcome<RenewalPromiseResponse>> HandleAsync(
        AccountId account,
        IReadOnlyList<RequestedRenewal> renewals,
        string requestedBy,
        IdempotentRequest? idempotency,
        CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var before = await answers.FindAsync(idempotency, cancellationToken);
        if (before.Failed)
        {
            return before.Error;
        }

        if (before.Value is { } answered)
        {
            return new RenewalPromiseResponse(answered);
        }

        await locks.AccountAsync(account, cancellationToken);
        var insured = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(known => known.Id == account, cancellationToken);
        if (insured is null)
        {
            return new ClientNotFound();
        }

        var policies = await db.Policies.Where(policy => policy.AccountId == account).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var problems = renewals.SelectMany(renewal => Renew(renewal, policies, now)).ToList();
        if (problems.Count > 0)
        {
            return Outcome<RenewalPromiseResponse>.Fail(problems);
        }

        var promised = new Renewal
        {
            Id = DistributionId.New(),
            AgencyId = insured.AgencyId,
            AccountId = account,
            PolicyIds = [.. renewals.Select(renewal => renewal.PolicyId.Value)],
            RequestedBy = requestedBy,
            RequestedAt = now,
        };
        db.Renewals.Add(promised);
        db.EnqueueRenewed(promised, insured, policies);
        answers.Remember(idempotency, promised.Id.Value);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new RenewalPromiseResponse(promised.Id.Value);
    }

    /// <summary>What <see cref="HandleAsync"/> would do; or everything that is wrong. Nothing is stored either way.</summary>
    public async Task<Outcome<RenewalPreviewResponse>> PreviewAsync(
        AccountId account, IReadOnlyList<RequestedRenewal> renewals, CancellationToken cancellationToken)
    {
        var insured = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(known => known.Id == account, cancellationToken);
        if (insured is null)
        {
            return new ClientNotFound();
        }

        var policies = await db.Policies.AsNoTracking().Where(policy => policy.AccountId == account).ToListAsync(cancellationToken);
        var before = policies.ToDictionary(policy => policy.Id, policy => TermResponse.Of(policy.Current));
        var problems = renewals.SelectMany(renewal => Renew(renewal, policies, clock.GetUtcNow())).ToList();
        if (problems.Count > 0)
        {
            return Outcome<RenewalPreviewResponse>.Fail(problems);
        }

        var renewed = renewals.Select(renewal => policies.Single(policy => policy.Id == renewal.PolicyId));
        return new RenewalPreviewResponse(
            [.. renewed.Select(policy => new PreviewedRenewalResponse(policy.Id.Value, policy.Line, before[policy.Id], TermResponse.Of(policy.Current)))],
            Snapshots.Of(insured),
            Snapshots.Shown(policies));
    }

    private static IEnumerable<Error> Renew(RequestedRenewal renewal, List<Policy> policies, DateTimeOffset now)
    {
        var policy = policies.Find(policy => policy.Id == renewal.PolicyId);
        if (policy is null)
        {
            return [new PolicyNotOfClient { Field = renewal.Path + "policyId" }];
        }

        if (PolicyChangedMeanwhile.Check(renewal.IfMatch, policy) is { } stale)
        {
            return [stale];
        }

        var expiration = renewal.Expiration ?? policy.Current.ExpirationFrom(renewal.Effective);
        return policy.Renew(renewal.Effective, expiration, renewal.Change, now)
            .Select(problem => problem with { Field = renewal.Path + problem.Field });
    }
}
