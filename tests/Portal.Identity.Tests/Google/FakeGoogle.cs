using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Portal.Identity.Tests.Google;

/// <summary>A provider that answers with whatever ID token a test wants, the impossible included.</summary>
internal sealed class FakeGoogle : IAsyncDisposable
{
    public const string ClientId = "portal";

    private readonly WebApplication _app;
    private readonly RSA _rsa = RSA.Create(2048);
    private readonly RSA _weak = RSA.Create(1024);
    private readonly ECDsa _ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private FakeGoogle()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = Issuer,
            authorization_endpoint = Issuer + "/auth",
            token_endpoint = Issuer + "/token",
            jwks_uri = Issuer + "/keys",
        }));
        _app.MapGet("/keys", () => Results.Json(new { keys = Keys() }));
        _app.MapPost("/token", async (HttpRequest request) =>
        {
            Asked = (await request.ReadFormAsync()).ToDictionary(one => one.Key, one => one.Value.ToString());
            return Results.Json(
                new { access_token = "of no use", token_type = "Bearer", expires_in = 60, id_token = IdToken });
        });
    }

    public string Issuer => _app.Urls.Single();

    /// <summary>What the token endpoint answers.</summary>
    public string? IdToken { get; set; }

    /// <summary>What the token endpoint was asked last.</summary>
    public IReadOnlyDictionary<string, string> Asked { get; private set; } = new Dictionary<string, string>();

    /// <summary>Settings that make Identity a client of this provider.</summary>
    public (string, string?)[] Settings =>
        [("Google:Authority", Issuer), ("Google:ClientId", ClientId), ("Google:ClientSecret", "secret")];

    public byte[] PublicKey => _rsa.ExportSubjectPublicKeyInfo();

    public static async Task<FakeGoogle> StartAsync()
    {
        var google = new FakeGoogle();
        await google._app.StartAsync();
        return google;
    }

    /// <summary>Claims of a token that is good.</summary>
    public JsonObject Claims(string nonce) => new()
    {
        ["iss"] = Issuer,
        ["aud"] = ClientId,
        ["sub"] = "123",
        ["email"] = "ana@example.com",
        ["email_verified"] = true,
        ["nonce"] = nonce,
        ["iat"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
        ["exp"] = DateTimeOffset.UtcNow.AddMinutes(5).ToUnixTimeSeconds(),
    };

    /// <summary>A token signed by the key that goes with its algorithm.</summary>
    public string Token(string algorithm, JsonObject claims) =>
        SignedBy(
            algorithm == "RS256" ? "rsa" : "ec",
            Header(algorithm, algorithm == "RS256" ? "rsa" : "ec"),
            claims.ToJsonString());

    /// <summary>A token with this very header, and claims as they are written, signed by the key of a name.</summary>
    public string SignedBy(string key, string header, string claims)
    {
        var signed = $"{header}.{Encoded(claims)}";
        var bytes = Encoding.ASCII.GetBytes(signed);
        var signature = key switch
        {
            "rsa" => _rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            "weak" => _weak.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            _ => _ec.SignData(bytes, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation),
        };
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    public static string Header(string algorithm, string key) => Encoded($$"""{"alg":"{{algorithm}}","kid":"{{key}}"}""");

    public static string Encoded(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _rsa.Dispose();
        _weak.Dispose();
        _ec.Dispose();
    }

    private JsonElement[] Keys()
    {
        var ec = _ec.ExportParameters(false).Q;
        return
        [
            OfRsa("rsa", _rsa),
            OfRsa("weak", _weak),
            JsonSerializer.SerializeToElement(new
            {
                kty = "EC",
                kid = "ec",
                use = "sig",
                alg = "ES256",
                crv = "P-256",
                x = Base64Url.EncodeToString(ec.X),
                y = Base64Url.EncodeToString(ec.Y),
            }),
        ];
    }

    private static JsonElement OfRsa(string id, RSA key)
    {
        var shown = key.ExportParameters(false);
        return JsonSerializer.SerializeToElement(new
        {
            kty = "RSA",
            kid = id,
            use = "sig",
            n = Base64Url.EncodeToString(shown.Modulus),
            e = Base64Url.EncodeToString(shown.Exponent),
        });
    }
}
