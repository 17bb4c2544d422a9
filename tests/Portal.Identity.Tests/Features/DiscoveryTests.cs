using System.Net;
using System.Text.Json;
using Portal.Identity.Tests.Support;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Tests.Features;

public sealed class DiscoveryTests(RunningIdentity running) : IClassFixture<RunningIdentity>
{
    [Theory]
    [InlineData("/.well-known/oauth-authorization-server")]
    [InlineData("/.well-known/openid-configuration")]
    public async Task The_server_tells_what_it_can_do_and_no_more(string path)
    {
        var told = await running.Host.ReadJsonAsync(path);

        const string Ways = """["client_secret_basic", "client_secret_post", "private_key_jwt"]""";
        var expected = JsonElement.Parse($$"""
            {
              "issuer": "https://portal.test",
              "token_endpoint": "https://portal.test/connect/token",
              "jwks_uri": "https://portal.test/.well-known/jwks.json",
              "scopes_supported": {{JsonSerializer.Serialize(Scopes.ForPartners)}},
              "response_types_supported": [],
              "grant_types_supported": ["client_credentials", "urn:ietf:params:oauth:grant-type:token-exchange"],
              "token_endpoint_auth_methods_supported": {{Ways}},
              "token_endpoint_auth_signing_alg_values_supported": ["ES256"],
              "introspection_endpoint": "https://portal.test/connect/introspect",
              "introspection_endpoint_auth_methods_supported": {{Ways}},
              "introspection_endpoint_auth_signing_alg_values_supported": ["ES256"],
              "revocation_endpoint": "https://portal.test/connect/revoke",
              "revocation_endpoint_auth_methods_supported": {{Ways}},
              "revocation_endpoint_auth_signing_alg_values_supported": ["ES256"]
            }
            """);
        Assert.Equal(
            expected.EnumerateObject().Select(member => member.Name),
            told.EnumerateObject().Select(member => member.Name));
        Assert.True(JsonElement.DeepEquals(expected, told), told.GetRawText());
    }

    [Fact]
    public async Task The_keys_are_public_and_only_that()
    {
        using var response = await running.Host.GetAsync("/.well-known/jwks.json");
        var keys = await response.JsonAsync();

        Assert.Equal("application/jwk-set+json", response.Content.Headers.ContentType?.MediaType);
        var key = Assert.Single(keys.GetProperty("keys").EnumerateArray());
        Assert.Equal(
            ["kty", "crv", "x", "y", "kid", "use", "alg"], key.EnumerateObject().Select(member => member.Name));
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/openapi/v1.json")]
    public async Task Health_and_description_are_open(string path)
    {
        using var response = await running.Host.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
