using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Portal.Identity.Keys;
using Portal.ServiceDefaults.Secrets;

namespace Portal.Identity.Features.SignIns.SignInWithGoogle;

/// <summary>
/// The parameter state: what a sign-in with Google needs when it comes back, sealed with a key of Identity's own, so
/// that every replica reads it and nothing is stored.
/// </summary>
internal sealed class GoogleState(IOptions<KeyProtectionOptions> options, TimeProvider time)
    : ISecureDataFormat<AuthenticationProperties>
{
    /// <summary>How long somebody may take at the provider.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private const string StartedAt = "started";

    private readonly SecretBox _box = new(HKDF.DeriveKey(
        HashAlgorithmName.SHA256,
        options.Value.ReadKey()
            ?? throw new InvalidOperationException("The options are checked before the service starts."),
        SecretBox.KeyBytes,
        info: "portal google state"u8.ToArray()));

    public string Protect(AuthenticationProperties data) => Protect(data, purpose: null);

    public string Protect(AuthenticationProperties data, string? purpose)
    {
        data.Items[StartedAt] = time.GetUtcNow().ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        return Base64Url.EncodeToString(_box.Seal(PropertiesSerializer.Default.Serialize(data), BoundTo(purpose)));
    }

    public AuthenticationProperties? Unprotect(string? protectedText) => Unprotect(protectedText, purpose: null);

    public AuthenticationProperties? Unprotect(string? protectedText, string? purpose)
    {
        var buffer = new byte[Base64Url.GetMaxDecodedLength(protectedText?.Length ?? 0)];
        if (Base64Url.DecodeFromChars(protectedText, buffer, out _, out var written) != OperationStatus.Done
            || !_box.TryOpen(buffer.AsSpan(0, written), BoundTo(purpose), out var opened)
            || PropertiesSerializer.Default.Deserialize(opened) is not { } data)
        {
            return null;
        }

        return DateTimeOffset.TryParse(
            data.Items[StartedAt], System.Globalization.CultureInfo.InvariantCulture, out var started)
            && time.GetUtcNow() < started + Lifetime
            ? data
            : null;
    }

    private static byte[] BoundTo(string? purpose) => System.Text.Encoding.UTF8.GetBytes(purpose ?? "");
}
