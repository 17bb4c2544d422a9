using Portal.Identity.Domain.Audit;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Audit.SearchAudit;

/// <summary>An entry of the audit trail.</summary>
/// <param name="IpAddress">
/// Address that the request came from. A client is shown those of its own people only: where the agency's people and
/// partners work, and in which of their sessions, is not the client's to know.
/// </param>
internal sealed record EntryResponse(
    long Number,
    DateTimeOffset RecordedAt,
    string Action,
    string Target,
    AuditOutcome Outcome,
    string? Detail,
    EntryActorResponse Actor,
    string? OnBehalfOf,
    Guid? ClientId,
    Guid? DelegationId,
    Guid? SessionId,
    string? IpAddress)
{
    public static EntryResponse ForAgency(AuditEntry entry) => new(
        entry.Number,
        entry.At,
        entry.Action,
        entry.Fact.Target,
        entry.Fact.Outcome,
        entry.Fact.Detail,
        new EntryActorResponse(entry.Fact.ActorId, entry.Fact.ActorName, entry.Fact.ActorRole),
        entry.Fact.OnBehalfOf,
        entry.AccountId,
        entry.DelegationId,
        entry.Fact.SessionId,
        entry.Fact.From);

    public static EntryResponse ForClient(AuditEntry entry) =>
        entry.Fact.ActorRole == Roles.Insured && entry.DelegationId is null
            ? ForAgency(entry)
            : ForAgency(entry) with { SessionId = null, IpAddress = null };
}

/// <summary>Who did it; nulls where that is not known, as before signing in.</summary>
internal sealed record EntryActorResponse(string? Id, string? Name, string? Role);
