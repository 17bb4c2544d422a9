namespace Portal.Web.Api.Sessions;

/// <summary>A browser in which the person is signed in.</summary>
/// <param name="Id">The session.</param>
/// <param name="Browser">The browser as it names itself; null where it does not.</param>
/// <param name="IpAddress">Address that the sign-in came from.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="LastSeenAt">When it was last used.</param>
/// <param name="ExpiresAt">When it ends in any case.</param>
/// <param name="Current">Whether it is the one that looks at the page.</param>
public sealed record OpenSession(
    Guid Id,
    string? Browser,
    string? IpAddress,
    DateTimeOffset StartedAt,
    DateTimeOffset LastSeenAt,
    DateTimeOffset ExpiresAt,
    bool Current);
