namespace Portal.Policies.Features.Policies.AddPolicy;

/// <summary>Puts a policy onto the books.</summary>
public sealed record AddPolicyRequest : TermRequest
{
    /// <summary>Account id of the client.</summary>
    public Guid? ClientId { get; init; }

    public string? Reason { get; init; }
}
