using Portal.ServiceDefaults.Agencies;

namespace Portal.Identity.Domain.Audit;

/// <summary>
/// An act with its place in its agency's trail. Each entry carries a keyed hash over itself and the hash of the one
/// before, so that none can be changed, taken out or put in between without the chain breaking there.
/// </summary>
internal sealed class AuditEntry : IOwnedByAgency<Guid>, IOwnedByAccount<Guid?>
{
    public required Guid AgencyId { get; init; }

    /// <summary>Place in the agency's trail, from 1, without gaps.</summary>
    public required long Number { get; init; }

    public required AuditFact Fact { get; init; }

    /// <summary>Client whom it concerns, as in the fact, to be searched by.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Who did it, as in the fact, to be searched by.</summary>
    public string? ActorId { get; init; }

    /// <summary>By which delegation, as in the fact, to be searched by.</summary>
    public Guid? DelegationId { get; init; }

    /// <summary>What was done, as in the fact, to be searched by.</summary>
    public required string Action { get; init; }

    /// <summary>When it was done, as in the fact, to be searched by.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The actor's name, the target and the detail folded, to be searched by.</summary>
    public required string SearchText { get; init; }

    /// <summary>HMAC-SHA-256 over the entry and the hash before; 32 bytes.</summary>
    public required byte[] Hash { get; init; }
}
