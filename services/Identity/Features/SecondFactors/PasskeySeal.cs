using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Portal.Identity.Keys;
using Portal.ServiceDefaults.Secrets;

namespace Portal.Identity.Features.SecondFactors;

/// <summary>
/// Keeps the question that a browser is to answer with the browser itself, sealed, for the session that asked and for a
/// few minutes.
/// </summary>
internal sealed class PasskeySeal(IOptions<KeyProtectionOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly SecretBox _box = new(HKDF.DeriveKey(
        HashAlgorithmName.SHA256,
        options.Value.ReadKey()
            ?? throw new InvalidOperationException("The options are checked before the service starts."),
        SecretBox.KeyBytes,
        info: "portal passkey questions"u8.ToArray()));

    public string Seal(string state, Guid sessionId) => Base64Url.EncodeToString(_box.Seal(
        JsonSerializer.SerializeToUtf8Bytes(
            new Question(state, time.GetUtcNow() + Lifetime)), sessionId.ToByteArray()));

    /// <summary>The question; null when it is another session's, too old, or made up.</summary>
    public string? Open(string? sealedState, Guid sessionId)
    {
        var buffer = new byte[Base64Url.GetMaxDecodedLength(sealedState?.Length ?? 0)];
        return Base64Url.DecodeFromChars(sealedState, buffer, out _, out var written) == OperationStatus.Done
            && _box.TryOpen(buffer.AsSpan(0, written), sessionId.ToByteArray(), out var opened)
            && JsonSerializer.Deserialize<Question>(opened) is { } question && time.GetUtcNow() < question.Until
            ? question.State
            : null;
    }

    private sealed record Question(string State, DateTimeOffset Until);
}
