namespace Portal.Identity.Domain.Audit;

/// <summary>An act, before it has its place in the trail.</summary>
internal sealed record AuditFact
{
    public required Guid AgencyId { get; init; }

    /// <summary>Client whom it concerns, where it concerns one; clients read what concerns them.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Id of whoever did it; null where that is not known, as before signing in.</summary>
    public string? ActorId { get; init; }

    public string? ActorName { get; init; }

    /// <summary>admin, agent, assistant, insured, partner, service; null where that is not known.</summary>
    public string? ActorRole { get; init; }

    /// <summary>On whose behalf; null where nobody acted for another.</summary>
    public string? OnBehalfOf { get; init; }

    public Guid? DelegationId { get; init; }

    public Guid? SessionId { get; init; }

    /// <summary>
    /// What was done, of <see cref="AuditActions"/> or <c>service.Operation</c> for another service's.
    /// </summary>
    public required string Action { get; init; }

    /// <summary>On what: an id, a path, or a masked address.</summary>
    public required string Target { get; init; }

    public required AuditOutcome Outcome { get; init; }

    /// <summary>
    /// In a few words, where action and target do not say all; never a secret, a code or a whole address.
    /// </summary>
    public string? Detail { get; init; }

    /// <summary>Address that the request came from.</summary>
    public string? From { get; init; }

    /// <summary>When it was done.</summary>
    public required DateTimeOffset At { get; init; }
}
