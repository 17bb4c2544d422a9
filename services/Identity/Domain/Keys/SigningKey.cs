namespace Portal.Identity.Domain.Keys;

/// <summary>A key with which tokens are signed (ES256), as it is stored.</summary>
internal sealed class SigningKey
{
    /// <summary>Thumbprint of the public key (RFC 7638).</summary>
    public required string Id { get; init; }

    /// <summary>Coordinate of the public key, base64url.</summary>
    public required string X { get; init; }

    /// <summary>Coordinate of the public key, base64url.</summary>
    public required string Y { get; init; }

    /// <summary>The private key, as <c>KeyProtection</c> wrote it.</summary>
    public required byte[] PrivateKey { get; init; }

    /// <summary>Whether new tokens are signed with it; one key at most.</summary>
    public required bool IsCurrent { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
