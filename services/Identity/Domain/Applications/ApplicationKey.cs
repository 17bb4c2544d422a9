namespace Portal.Identity.Domain.Applications;

/// <summary>A public key (EC P-256) with which a client's assertions are checked.</summary>
internal sealed class ApplicationKey
{
    /// <summary>The client's own name for the key (RFC 7517, kid); unique within the client.</summary>
    public required string Kid { get; init; }

    /// <summary>Coordinate of the public key, base64url.</summary>
    public required string X { get; init; }

    /// <summary>Coordinate of the public key, base64url.</summary>
    public required string Y { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last proved the client; up to a minute older than the truth.</summary>
    public DateTimeOffset? LastUsedAt { get; private init; }

    public bool IsSameAs(ApplicationKey other) => (Kid, X, Y) == (other.Kid, other.X, other.Y);
}
