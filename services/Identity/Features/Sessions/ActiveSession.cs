using Portal.Identity.Domain.Sessions;

namespace Portal.Identity.Features.Sessions;

/// <summary>A session whose person may still be where it is.</summary>
/// <param name="Session">The session.</param>
/// <param name="Role">What the person is now.</param>
/// <param name="Name">Name of the person now.</param>
/// <param name="GraceEndsAt">
/// When the reference that was brought stops working, because there is a newer one; null where it is the newest.
/// </param>
internal sealed record ActiveSession(Session Session, string Role, string Name, DateTimeOffset? GraceEndsAt)
{
    // The gateway gives a token back so long before it expires.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a token may be good for that is issued now: not past the session, and hardly past its reference.
    /// </summary>
    public TimeSpan Lifetime(TimeSpan longest, DateTimeOffset now)
    {
        var (ofSession, ofReference) = (Session.ExpiresAt - now, GraceEndsAt - now + Margin ?? longest);
        var shorter = ofSession < ofReference ? ofSession : ofReference;
        return shorter < longest ? shorter : longest;
    }
}
