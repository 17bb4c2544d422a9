namespace Portal.Identity.Features.Delegations.StartDelegation;

/// <summary>Steps into a client's account.</summary>
public sealed record StartDelegationRequest
{
    public Guid? ClientId { get; init; }

    /// <summary>view (the default) or manage.</summary>
    public string? Mode { get; init; }

    /// <summary>Why, in 3 to 300 characters; the client reads it.</summary>
    public string? Reason { get; init; }

    /// <summary>How long, 1 to 60; 60 when left out.</summary>
    public int? Minutes { get; init; }
}
