using System.Buffers.Text;
using System.Security.Cryptography;

namespace Portal.Identity.Domain.Applications;

/// <summary>A secret of a client, of which only the hash is kept.</summary>
internal sealed class ApplicationSecret
{
    private const int RandomBytes = 32;

    private ApplicationSecret()
    {
    }

    public Guid Id { get; private init; }

    public byte[] Hash { get; private init; } = [];

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Instant from which the secret proves nothing; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; private init; }

    /// <summary>When it last proved the client; up to a minute older than the truth.</summary>
    public DateTimeOffset? LastUsedAt { get; private init; }

    /// <summary>A text that nobody can guess, in characters that need no escaping anywhere.</summary>
    public static string NewText() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    /// <exception cref="ArgumentException">The text is too short.</exception>
    public static ApplicationSecret Of(string text, DateTimeOffset? expiresAt, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(), Hash = SecretHash.Of(text), ExpiresAt = expiresAt, CreatedAt = now };

    public bool IsGood(DateTimeOffset now) => ExpiresAt is null || now < ExpiresAt;
}
