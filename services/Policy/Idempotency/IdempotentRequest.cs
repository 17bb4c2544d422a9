using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Portal.Policies.Domain.Accounts;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Policies.Idempotency;

/// <summary>
/// A request that carries an Idempotency-Key: sent again with the same key and content it is answered the same, for
/// 24 hours. Only what was carried out is remembered; a request that was refused may be mended and sent again.
/// </summary>
/// <param name="AgencyId">Agency of the caller.</param>
/// <param name="Subject">The caller, or who acts for it; each has keys of its own.</param>
/// <param name="AccountId">Account that the caller is bounded to; the empty id for none.</param>
/// <param name="Key">The key as it was sent.</param>
/// <param name="Fingerprint">SHA-256 of method, path and content.</param>
internal sealed record IdempotentRequest(
    AgencyId AgencyId, string Subject, AccountId AccountId, string Key, byte[] Fingerprint)
{
    private const string Header = "Idempotency-Key";

    /// <summary>Equal for requests with the same key of the same caller.</summary>
    public string LockName => $"{AgencyId} {Subject} {AccountId} {Key}";

    /// <summary>Null where the request carries no key.</summary>
    public static IdempotentRequest? Of(HttpContext context, object content) =>
        Of(context, JsonSerializer.SerializeToUtf8Bytes(content, content.GetType()));

    /// <inheritdoc cref="Of(HttpContext, object)"/>
    public static IdempotentRequest? Of(HttpContext context, byte[] content)
    {
        if (context.Request.Headers[Header].ToString() is not { Length: > 0 } key)
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var sent = context.Request;
        hash.AppendData(Encoding.UTF8.GetBytes($"{sent.Method} {sent.Path}{sent.QueryString}\n"));
        hash.AppendData(content);
        return new IdempotentRequest(
            new AgencyId(context.User.AgencyId()),
            context.User.Actor().Id,
            new AccountId(context.User.AccountId().GetValueOrDefault()),
            key,
            hash.GetHashAndReset());
    }
}
