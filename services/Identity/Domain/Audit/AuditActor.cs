namespace Portal.Identity.Domain.Audit;

/// <summary>Who does something, as the trail names them.</summary>
internal sealed record AuditActor
{
    /// <summary>Null where that is not known.</summary>
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Role { get; init; }

    /// <summary>Client on whose behalf; null where nobody acts for another.</summary>
    public string? OnBehalfOf { get; init; }

    public Guid? DelegationId { get; init; }

    public Guid? SessionId { get; init; }

    /// <summary>Address that the request came from.</summary>
    public string? From { get; init; }

    /// <summary>The fact that this is who did it.</summary>
    public AuditFact Did(string action, string target, Guid agencyId, Guid? accountId, DateTimeOffset at) => new()
    {
        AgencyId = agencyId,
        AccountId = accountId,
        ActorId = Id,
        ActorName = Name,
        ActorRole = Role,
        OnBehalfOf = OnBehalfOf,
        DelegationId = DelegationId,
        SessionId = SessionId,
        Action = action,
        Target = target,
        Outcome = AuditOutcome.Done,
        From = From,
        At = at,
    };
}
