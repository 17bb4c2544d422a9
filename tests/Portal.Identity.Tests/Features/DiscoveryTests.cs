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
        var told = await running.Host.ReadAsync(path);

        Assert.Equal(
            [
                "issuer", "token_endpoint", "jwks_uri", "scopes_supported", "response_types_supported", "grant_types_supported",
                "token_endpoint_auth_methods_supported", "token_endpoint_auth_signing_alg_values_supported",
                "introspection_endpoint", "introspection_endpoint_auth_methods_supported",
                "introspection_endpoint_auth_signing_alg_values_supported",
                "revocation_endpoint", "revocation_endpoint_auth_methods_supported",
                "revocation_endpoint_auth_signing_alg_values_supported",
            ],
            told.EnumerateObject().Select(member => member.Name));
        Assert.Equal("https://portal.test", told.GetProperty("issuer").GetString());
        Assert.Equal("https://portal.test/connect/token", told.GetProperty("token_endpoint").GetString());
        Assert.Equal("https://portal.test/.well-known/jwks.json", told.GetProperty("jwks_uri").GetString());
        Assert.Equal("https://portal.test/connect/introspect", told.GetProperty("introspection_endpoint").GetString());
        Assert.Equal("https://portal.test/connect/revoke", told.GetProperty("revocation_endpoint").GetString());
        Assert.Equal(["client_credentials", "urn:ietf:params:oauth:grant-type:token-exchange"], Texts(told, "grant_types_supported"));
        foreach (var endpoint in new[] { "token", "introspection", "revocation" })
        {
            Assert.Equal(
                ["client_secret_basic", "client_secret_post", "private_key_jwt"], Texts(told, $"{endpoint}_endpoint_auth_methods_supported"));
            Assert.Equal(["ES256"], Texts(told, $"{endpoint}_endpoint_auth_signing_alg_values_supported"));
        }

        Assert.Equal(Scopes.ForPartners, told.GetProperty("scopes_supported").EnumerateArray().Select(scope => scope.GetString()!));
    }

    [Fact]
    public async Task The_keys_are_public_and_only_that()
    {
        using var response = await running.Host.GetAsync("/.well-known/jwks.json");
        var keys = await running.Host.ReadAsync("/.well-known/jwks.json");

        Assert.Equal("application/jwk-set+json", response.Content.Headers.ContentType?.MediaType);
        var key = Assert.Single(keys.GetProperty("keys").EnumerateArray());
        Assert.Equal(["kty", "crv", "x", "y", "kid", "use", "alg"], key.EnumerateObject().Select(member => member.Name));
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/openapi/v1.json")]
    public async Task Health_and_description_are_open(string path)
    {
        using var response = await running.Host.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static IEnumerable<string?> Texts(JsonElement told, string member) =>
        told.GetProperty(member).EnumerateArray().Select(one => one.GetString());
}
