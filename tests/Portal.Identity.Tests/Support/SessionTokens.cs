using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Keys;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Tests.Support;

/// <summary>Tokens of sessions as the gateway gets them, signed with Identity's own key.</summary>
internal static class SessionTokens
{
    private const int Seconds = 300;

    /// <summary>A token of a session with these scopes.</summary>
    public static async Task<string> OfAsync(
        IdentityHost host, string keyProtection, Session session, DateTimeOffset now, params string[] scopes)
    {
        var key = await host.InDatabaseAsync(db => db.SigningKeys.SingleAsync(one => one.IsCurrent));
        var protection = new KeyProtection(Options.Create(new KeyProtectionOptions { KeyProtection = keyProtection }));
        using var signer = ECDsa.Create();
        signer.ImportPkcs8PrivateKey(protection.Unprotect(key.Id, key.PrivateKey), out _);
        var claims = new Dictionary<string, object?>
        {
            ["iss"] = IdentityHost.Issuer,
            ["aud"] = TokenOptions.Audience,
            ["sub"] = session.SubjectId,
            ["client_id"] = "svc-gateway",
            ["agency"] = session.AgencyId,
            ["role"] = session.Kind == SessionKind.Staff ? "admin" : "insured",
            ["scope"] = string.Join(' ', scopes),
            ["sid"] = session.Id,
            ["jti"] = Guid.NewGuid().ToString("N"),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.ToUnixTimeSeconds() + Seconds,
        };
        if (session.AccountId is { } account)
        {
            claims["account"] = account;
        }

        var signed = $"{Encoded(new { alg = "ES256", typ = "at+jwt", kid = key.Id })}.{Encoded(claims)}";
        var signature = signer.SignData(
            Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256,
            DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Encoded<T>(T value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));
}
