using System.Linq.Expressions;
using Microsoft.AspNetCore.Mvc;
using Portal.Contracts.Policies;
using Portal.Insurance;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Domain.Lifecycle.Timelines;
using Portal.Policies.Domain.Policies;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Requests;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies.GetPolicies;

/// <summary>What a list of policies is narrowed by, as it stands in the address.</summary>
internal sealed record PolicyQuery : PageQuery
{
    /// <summary>Account id of the client.</summary>
    [FromQuery(Name = "client")]
    public Guid? Client { get; init; }

    /// <summary>The agency's own key for the client.</summary>
    [FromQuery(Name = "clientRef")]
    public string? ClientRef { get; init; }

    /// <summary>Line of business in snake case.</summary>
    [FromQuery(Name = "line")]
    public SnakeCaseEnum<PolicyLine>? Line { get; init; }

    /// <summary>active, expired or cancelled.</summary>
    [FromQuery(Name = "status")]
    public SnakeCaseEnum<CurrentPolicyStatus>? Status { get; init; }

    /// <summary>The same in full, such as pending_cancellation.</summary>
    [FromQuery(Name = "lifecycleStatus")]
    public SnakeCaseEnum<PolicyState>? LifecycleStatus { get; init; }

    /// <summary>Only policies whose latest term ends before this day.</summary>
    [FromQuery(Name = "expiringBefore")]
    public IsoDate? ExpiringBefore { get; init; }

    /// <summary>
    /// Part of a number, a client's name or reference, or a carrier's name; case and accents don't matter.
    /// </summary>
    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    /// <summary>What is wrong with the texts, which stand on one line; what is no text was bound already.</summary>
    public IReadOnlyList<Error> Problems() =>
    [
        .. new[] { ("clientRef", ClientRef), ("q", Q) }.Where(text => text.Item2?.Any(char.IsControl) is true)
            .Select(text => new FieldInvalid(text.Item1, $"'{text.Item1}' takes text on one line.")),
    ];

    /// <summary>The policies that are asked for, in the order of their ids, after the last one seen.</summary>
    public IQueryable<Policy> Filter(IQueryable<Policy> policies, Guid? last)
    {
        if (Client is { } client)
        {
            var account = new AccountId(client);
            policies = policies.Where(policy => policy.AccountId == account);
        }

        if (!string.IsNullOrEmpty(ClientRef))
        {
            policies = policies.Where(policy => policy.ClientRef == ClientRef);
        }

        if (Line is { Value: var line })
        {
            policies = policies.Where(policy => policy.Line == line);
        }

        if (Status is { Value: var status })
        {
            policies = policies.Where(HasStatus(status));
        }

        if (LifecycleStatus is { Value: var state })
        {
            policies = policies.Where(policy => policy.State == state);
        }

        if (ExpiringBefore is { Value: var before })
        {
            policies = policies.Where(policy => policy.Expiration < before);
        }

        if (!string.IsNullOrWhiteSpace(Q))
        {
            var text = TextFolding.Fold(Q.Trim());
            policies = policies.Where(policy => policy.SearchText.Contains(text));
        }

        if (last is { } id)
        {
            var after = new PolicyId(id);
            policies = policies.Where(policy => policy.Id.CompareTo(after) > 0);
        }

        return policies.OrderBy(policy => policy.Id);
    }

    private static Expression<Func<Policy, bool>> HasStatus(CurrentPolicyStatus status) => status switch
    {
        CurrentPolicyStatus.Cancelled => policy => policy.Status == PolicyStatus.Cancelled,
        CurrentPolicyStatus.Expired => policy => policy.State == PolicyState.Expired,
        CurrentPolicyStatus.Active =>
            policy => policy.Status != PolicyStatus.Cancelled && policy.State != PolicyState.Expired,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
