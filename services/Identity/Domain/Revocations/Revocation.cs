namespace Portal.Identity.Domain.Revocations;

/// <summary>Says that tokens no longer count which, by themselves, would still be good.</summary>
internal sealed class Revocation
{
    public long Id { get; private init; }

    public required RevocationKind Kind { get; init; }

    /// <summary>What is revoked: a sid, a delegation's id, a client_id or a jti.</summary>
    public required string Key { get; init; }

    /// <summary>Tokens issued then or before are refused.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Instant after which no such token can still be good, so that the revocation may be forgotten.</summary>
    public required DateTimeOffset Until { get; init; }
}
