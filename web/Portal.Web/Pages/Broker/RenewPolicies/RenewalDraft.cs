using Portal.Web.Api.Accounts;
using Portal.Web.Api.Policies;

namespace Portal.Web.Pages.Broker.RenewPolicies;

/// <summary>A renewal as it was typed so far, with the client and the policies that it refers to.</summary>
internal sealed record RenewalDraft(Account Account, IReadOnlyList<Policy> Policies, RenewalForm Form)
{
    /// <summary>The policies that can be renewed.</summary>
    public IReadOnlyList<Policy> Renewable { get; } = [.. Policies.Where(policy => !policy.IsCancelled)];

    /// <summary>The policies of the form's terms, in their order.</summary>
    public IReadOnlyList<Policy> Chosen => [.. Form.PolicyIds.Select(id => Policies.First(policy => policy.Id == id))];
}
