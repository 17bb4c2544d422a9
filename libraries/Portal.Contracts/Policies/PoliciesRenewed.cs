namespace Portal.Contracts.Policies;

/// <summary>
/// One or several policies of a client were renewed together: one distribution, in which each holder of a renewed
/// policy gets one certificate. Carries all of the client's policies, so that a certificate shows the renewed ones
/// with their new terms and the others as they stood at that moment.
/// </summary>
public sealed record PoliciesRenewed
{
    /// <summary>Identifies the renewal and the distribution that it causes.</summary>
    public required Guid DistributionId { get; init; }

    /// <summary>Agency whose data it is.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The client.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The named insured.</summary>
    public required InsuredSnapshot Insured { get; init; }

    /// <summary>Those of <see cref="Policies"/> that were renewed.</summary>
    public required Guid[] RenewedPolicyIds { get; init; }

    /// <summary>All policies of the client that are not cancelled, the renewed ones with their new terms.</summary>
    public required PolicySnapshot[] Policies { get; init; }

    /// <summary>Subject of the token that asked: a person, or a partner client.</summary>
    public required string RequestedBy { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
