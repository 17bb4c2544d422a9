namespace Portal.Policies.Features.Policies.CancelPolicy;

/// <summary>Ends a policy before its term does.</summary>
public sealed record CancelPolicyRequest
{
    /// <summary>Day of the latest term on which cover ends at 12:01 a.m.</summary>
    public DateOnly? AsOf { get; init; }
}
