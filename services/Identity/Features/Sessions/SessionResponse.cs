using Portal.Identity.Domain.Accounts;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Features.Clients;

namespace Portal.Identity.Features.Sessions;

/// <summary>Who is signed in, where, and until when.</summary>
/// <param name="Kind">
/// Whether a client or somebody of the agency is shown; who stepped in is shown as the client.
/// </param>
/// <param name="Person">Who is shown.</param>
/// <param name="Role">Role in the token.</param>
/// <param name="Agency">The agency.</param>
/// <param name="Client">The client's account that is open; null for the agency's own people.</param>
/// <param name="Clients">
/// Accounts that the person can switch to, the open one among them; empty for others than clients.
/// </param>
/// <param name="Mode">view or manage, where somebody stepped in; else null.</param>
/// <param name="Actor">Who stepped in; else null.</param>
/// <param name="Delegation">By which delegation; else null.</param>
/// <param name="StartedAt">When the session began.</param>
/// <param name="IdleAt">When the session ends unless it is used before.</param>
/// <param name="ExpiresAt">When the session ends in any case.</param>
/// <param name="SecondFactorAt">When the agency's person last proved the second factor; null for clients.</param>
internal sealed record SessionResponse(
    SessionKind Kind,
    PersonResponse Person,
    string Role,
    SessionAgencyResponse Agency,
    SessionClientResponse? Client,
    IReadOnlyList<SessionClientResponse> Clients,
    string? Mode,
    ActorResponse? Actor,
    SessionDelegationResponse? Delegation,
    DateTimeOffset StartedAt,
    DateTimeOffset IdleAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? SecondFactorAt);

/// <summary>Who is shown; the address is null where that is a client as a whole.</summary>
internal sealed record PersonResponse(Guid Id, string Name, string? Email);

/// <summary>
/// The agency by its name, the color of its pages (null for the portal's own), and the IANA name of its time zone.
/// </summary>
internal sealed record SessionAgencyResponse(Guid Id, string Slug, string Name, string? Accent, string TimeZone)
{
    public static SessionAgencyResponse Of(Agency agency) =>
        new(agency.Id, agency.Slug, agency.Details.Name, agency.Settings.Accent, agency.TimeZone);
}

/// <summary>A client's account by the agency's key and the client's name.</summary>
internal sealed record SessionClientResponse(Guid Id, string Ref, string LegalName)
{
    public static SessionClientResponse Of(AccessibleAccount account) =>
        new(account.AccountId, account.ClientRef, account.LegalName);

    public static SessionClientResponse Of(Account account) =>
        new(account.Id, account.ClientRef, account.Details.LegalName);
}

/// <summary>A person of the agency who stepped in.</summary>
internal sealed record ActorResponse(string Id, string? Name);

/// <summary>The delegation in use.</summary>
internal sealed record SessionDelegationResponse(
    Guid Id, string Reason, DateTimeOffset StartedAt, DateTimeOffset ExpiresAt);
