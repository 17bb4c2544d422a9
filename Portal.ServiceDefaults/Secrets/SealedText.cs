using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.Extensions.Options;
using Portal.ServiceDefaults.Tokens;

namespace Portal.ServiceDefaults.Secrets;

/// <summary>
/// A one-time code as it travels: base64url that only who has the key can read, and only as the code of one sending.
/// Its length is not hidden.
/// </summary>
public sealed class SealedText(IOptions<CodeProtectionOptions> options)
{
    private readonly SecretBox _box = new(options.Value.ReadKey()
        ?? throw new InvalidOperationException("The options are checked before the service starts."));

    /// <summary>Seals a text for one sending.</summary>
    public string Seal(string text, Guid codeId) =>
        Base64Url.EncodeToString(_box.Seal(Encoding.UTF8.GetBytes(text), codeId.ToByteArray(bigEndian: true)));

    /// <summary>
    /// Opens what <see cref="Seal"/> wrote; false when it was sealed with another key or for another sending, or was
    /// tampered with.
    /// </summary>
    public bool TryOpen(string sealedText, Guid codeId, [NotNullWhen(true)] out string? text)
    {
        text = StrictBase64Url.TryDecode(sealedText, out var written)
            && _box.TryOpen(written, codeId.ToByteArray(bigEndian: true), out var opened)
            ? Encoding.UTF8.GetString(opened)
            : null;
        return text is not null;
    }
}
