using Portal.Identity.Domain.Sessions;

namespace Portal.Identity.Features.Sessions.ListSessions;

/// <summary>A browser in which the caller is signed in.</summary>
/// <param name="Id">The session.</param>
/// <param name="Browser">The browser as it names itself; null where it does not.</param>
/// <param name="IpAddress">Address that the sign-in came from.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="LastSeenAt">When it was last used, to within a minute or so.</param>
/// <param name="ExpiresAt">When it ends in any case.</param>
/// <param name="Current">Whether it is the one that asks.</param>
internal sealed record ListedSessionResponse(
    Guid Id,
    string? Browser,
    string? IpAddress,
    DateTimeOffset StartedAt,
    DateTimeOffset LastSeenAt,
    DateTimeOffset ExpiresAt,
    bool Current)
{
    public static ListedSessionResponse Of(Session session, Guid? current) => new(
        session.Id, session.UserAgent, session.From, session.StartedAt, session.LastSeenAt, session.ExpiresAt,
        session.Id == current);
}
