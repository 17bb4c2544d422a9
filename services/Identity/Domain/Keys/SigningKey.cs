namespace Portal.Identity.Domain.Keys;

/// <summary>
/// A key with which tokens are signed (ES256), as it is stored. It is published some time before it signs and some time
/// after, then removed.
/// </summary>
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
    public bool IsCurrent { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it begins to sign, or began.</summary>
    public required DateTimeOffset SignsFrom { get; init; }

    /// <summary>When it stopped signing; null before.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>Whether it is published and has not signed yet.</summary>
    public bool IsComing => !IsCurrent && RetiredAt is null;

    /// <exception cref="InvalidOperationException">It has signed already.</exception>
    public void BeginToSign() => IsCurrent = IsComing ? true : throw new InvalidOperationException("A key signs once.");

    /// <exception cref="InvalidOperationException">It does not sign.</exception>
    public void Retire(DateTimeOffset now) => (IsCurrent, RetiredAt) = IsCurrent
        ? (false, now)
        : throw new InvalidOperationException("Only the key that signs can stop.");
}
