namespace Portal.Policies.Features.GetPolicies;

/// <summary>How a policy stands today (in UTC): a policy is expired from the day on which its latest term ends.</summary>
internal enum PolicyStanding
{
    Active,
    Expired,
    Cancelled,
}
