using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Identity.Domain.Sessions;

/// <summary>
/// What a browser holds in a cookie: 256 random bits, of which only the SHA-256 is stored, so that whoever reads the
/// database can take over nothing.
/// </summary>
internal sealed record SessionReference(string Value)
{
    private const int Bytes = 32;
    private const int MaxLength = 128;

    public static SessionReference New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));

    /// <summary>The hash by which it is looked up.</summary>
    public byte[] Hash() => HashOf(Value);

    /// <summary>The hash of what a browser sent; of a text that can be none, the hash of nothing.</summary>
    public static byte[] HashOf(string value) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(value.Length <= MaxLength ? value : ""));

    /// <summary>Never tells the reference.</summary>
    public override string ToString() => nameof(SessionReference);
}
