using Portal.Identity.Domain.Revocations;

namespace Portal.Identity.Storage;

/// <summary>Ends tokens before their time. The gateway asks for what was added several times a second.</summary>
internal sealed class Revocations(IdentityDb db, TimeProvider time)
{
    /// <summary>
    /// Tokens issued until so much later are refused too: a request that read the state before the change may still be
    /// about to issue one, on a replica whose clock is a little ahead.
    /// </summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The same for sessions and delegations, which never come back, so that it may be longer than any change takes to
    /// commit.
    /// </summary>
    private static readonly TimeSpan MarginOfEnds = TimeSpan.FromSeconds(30);

    /// <summary>Adds a revocation to the change, with which it commits.</summary>
    /// <param name="kind">What ends.</param>
    /// <param name="key">The sid, the delegation's id, the client_id or the jti, as tokens carry it.</param>
    /// <param name="until">Instant after which none of the tokens can still be good.</param>
    public void Add(RevocationKind kind, string key, DateTimeOffset until) =>
        db.Revocations.Add(
            new Revocation { Kind = kind, Key = key, At = time.GetUtcNow() + MarginOf(kind), Until = until });

    private static TimeSpan MarginOf(RevocationKind kind) =>
        kind is RevocationKind.Session or RevocationKind.Delegation ? MarginOfEnds : Margin;
}
