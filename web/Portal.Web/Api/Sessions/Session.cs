namespace Portal.Web.Api.Sessions;

/// <summary>Who is signed in, where, and until when.</summary>
/// <param name="Person">Who is shown.</param>
/// <param name="Agency">The agency.</param>
/// <param name="Client">The open account; null for the agency's own people.</param>
/// <param name="Clients">Accounts that the person can switch to, the open one among them.</param>
/// <param name="Delegation">By which delegation somebody acts for the client; else null.</param>
/// <param name="IdleAt">When the session ends unless it is used before.</param>
/// <param name="ExpiresAt">When the session ends in any case.</param>
public sealed record Session(
    SessionPerson Person,
    SessionAgency Agency,
    SessionAccount? Client,
    IReadOnlyList<SessionAccount> Clients,
    SessionDelegation? Delegation,
    DateTimeOffset IdleAt,
    DateTimeOffset ExpiresAt);

/// <summary>Who is shown; the address is null where that is a client as a whole.</summary>
public sealed record SessionPerson(Guid Id, string Name, string? Email);

/// <summary>The agency by its name, and by its name in addresses.</summary>
/// <param name="Id">The agency.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Accent">Its accent; null for the portal's own.</param>
/// <param name="TimeZone">IANA name of its time zone.</param>
public sealed record SessionAgency(Guid Id, string Slug, string Name, string? Accent, string? TimeZone);

/// <summary>A client's account by the agency's key and the client's name.</summary>
public sealed record SessionAccount(Guid Id, string Ref, string LegalName);

/// <summary>The delegation in use.</summary>
public sealed record SessionDelegation(Guid Id, string Reason, DateTimeOffset StartedAt, DateTimeOffset ExpiresAt);
