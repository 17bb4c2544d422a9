using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Testing.Tokens;

/// <summary>
/// Stands where Identity stands: shows its keys over HTTP, issues service tokens to whoever asks, and signs tokens for
/// a test. Give <see cref="Settings"/> to the service under test.
/// </summary>
public sealed class TestIssuer : IAsyncDisposable
{
    /// <summary>The issuer's name in the tokens.</summary>
    public const string Name = "https://portal.test";

    private readonly WebApplication _app;

    private TestIssuer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/.well-known/jwks.json", () =>
        {
            KeyRequests++;
            return Down ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable) : Results.Json(
                new JsonWebKeySet([.. Keys.Select(key => key.Public)]));
        });
        _app.MapPost("/connect/token", async (HttpRequest request) =>
        {
            TokenRequests++;
            var scope = (await request.ReadFormAsync())["scope"].ToString();
            return Results.Json(
                new { access_token = ServiceToken(scope), token_type = "Bearer", expires_in = 900, scope });
        });
    }

    /// <summary>The keys that the issuer shows; the first one signs.</summary>
    public IList<TestKey> Keys { get; } = [new TestKey()];

    /// <summary>Whether the issuer answers 503 instead of its keys.</summary>
    public bool Down { get; set; }

    /// <summary>How often the keys were asked for.</summary>
    public int KeyRequests { get; private set; }

    /// <summary>How often a service token was asked for.</summary>
    public int TokenRequests { get; private set; }

    /// <summary>Address at which the issuer listens.</summary>
    public Uri Address => new(_app.Urls.Single());

    /// <summary>Configuration that makes a service trust this issuer, and gives it credentials there.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Identity:Issuer"] = Name,
        ["services:identity:http:0"] = Address.ToString(),
        ["ServiceClient:Id"] = "svc-test",
        ["ServiceClient:Secret"] = "of no account: the test issuer asks for none",
    };

    /// <summary>Starts the issuer on a free port.</summary>
    public static async Task<TestIssuer> StartAsync()
    {
        var issuer = new TestIssuer();
        await issuer._app.StartAsync();
        return issuer;
    }

    /// <summary>A token of a partner client of the agency.</summary>
    public string PartnerToken(Guid agency, params string[] scopes)
    {
        var claims = Claims(string.Join(' ', scopes));
        claims["agency"] = agency.ToString();
        claims["role"] = "partner";
        return Token(claims);
    }

    /// <summary>A token of a person of a client, who reaches nothing but that account.</summary>
    /// <param name="agency">The client's agency.</param>
    /// <param name="account">The client.</param>
    /// <param name="scopes">Scopes; those of the role when none is given.</param>
    public string InsuredToken(Guid agency, Guid account, params string[] scopes)
    {
        var claims = PersonClaims(agency, Roles.Insured, scopes is [] ? RoleScopes.Of(Roles.Insured) : scopes);
        claims[PortalClaims.Account] = account.ToString();
        return Token(claims);
    }

    /// <summary>A token of a person of the agency.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="role">admin, agent or assistant.</param>
    /// <param name="scopes">Scopes; those of the role when none is given.</param>
    public string StaffToken(Guid agency, string role, params string[] scopes) =>
        Token(PersonClaims(agency, role, scopes is [] ? RoleScopes.Of(role) : scopes));

    /// <summary>A token of a person of the agency who acts for a client.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="account">The client.</param>
    /// <param name="mode">view or manage.</param>
    /// <param name="scopes">Scopes; those of the mode when none is given.</param>
    public string DelegateToken(Guid agency, Guid account, string mode, params string[] scopes) =>
        Token(DelegateClaims(agency, account, mode, scopes is [] ? RoleScopes.OfDelegate(mode) : scopes));

    /// <summary>A token of one of the portal's own services.</summary>
    public string ServiceToken(params string[] scopes)
    {
        var claims = Claims(string.Join(' ', scopes));
        claims["role"] = "service";
        return Token(claims);
    }

    /// <summary>A token with these claims, signed by the first key.</summary>
    public string Token(JsonObject claims) => Keys[0].Sign(Keys[0].Header().ToJsonString(), claims.ToJsonString());

    /// <summary>Claims of a token by which a person of the agency acts for a client.</summary>
    public static JsonObject DelegateClaims(Guid agency, Guid account, string mode, IEnumerable<string> scopes)
    {
        var claims = PersonClaims(agency, Roles.Insured, scopes);
        claims[PortalClaims.Subject] = account.ToString();
        claims[PortalClaims.Account] = account.ToString();
        claims[PortalClaims.Mode] = mode;
        claims[PortalClaims.Delegation] = Guid.CreateVersion7().ToString();
        claims[PortalClaims.Actor] = new JsonObject
        {
            [PortalClaims.Subject] = Guid.CreateVersion7().ToString(),
            [PortalClaims.Name] = "Dana Whitfield",
        };
        return claims;
    }

    /// <summary>Claims of a token that is accepted for the next ten minutes.</summary>
    public static JsonObject Claims(string scope)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        return new JsonObject
        {
            ["iss"] = Name,
            ["aud"] = TokenOptions.Audience,
            ["sub"] = "test-client",
            ["client_id"] = "test-client",
            ["scope"] = scope,
            ["jti"] = Guid.NewGuid().ToString("N"),
            ["iat"] = now,
            ["exp"] = now + 600,
        };
    }

    private static JsonObject PersonClaims(Guid agency, string role, IEnumerable<string> scopes)
    {
        var claims = Claims(string.Join(' ', scopes));
        claims[PortalClaims.Subject] = Guid.CreateVersion7().ToString();
        claims[PortalClaims.ClientId] = "svc-gateway";
        claims[PortalClaims.Agency] = agency.ToString();
        claims[PortalClaims.Role] = role;
        claims[PortalClaims.Session] = Guid.CreateVersion7().ToString();
        claims[PortalClaims.Name] = "Robin Alvarez";
        return claims;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        foreach (var key in Keys)
        {
            key.Dispose();
        }
    }
}
