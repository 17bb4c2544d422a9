namespace Portal.Policies.Domain.Policies;

/// <summary>Status of a policy on a day: it is expired from the day on which its latest term ends.</summary>
internal enum CurrentPolicyStatus
{
    Active,
    Expired,
    Cancelled,
}
