using Microsoft.AspNetCore.Authorization;
using Portal.Architecture.Tests.Support;

namespace Portal.Architecture.Tests;

/// <summary>Every endpoint says who may call it.</summary>
public sealed class EndpointTests
{
    /// <summary>
    /// What anybody may ask: health, descriptions, public keys, an agency's sign-in page, the verification of a
    /// certificate, the steps of signing in, which a cookie of their own binds together, and what OAuth clients ask,
    /// who prove themselves by what they send.
    /// </summary>
    private static readonly string[] Anybody =
    [
        "/health", "/alive", "/openapi/{documentName}.json", "/.well-known/openid-configuration",
        "/.well-known/oauth-authorization-server", "/.well-known/jwks.json", "/connect/token", "/connect/introspect",
        "/connect/revoke", "/verify/{code}", "/api/v1/sign-in/agencies/{slug}", "/api/v1/sign-in",
        "/api/v1/sign-in/code",
        "/api/v1/sign-in/code/check", "/api/v1/sign-in/client", "/api/v1/sign-in/second-factor",
        "/api/v1/sign-in/second-factor/enrollment", "/api/v1/sign-in/passkey/options", "/api/v1/sign-in/passkey",
        "/api/v1/sign-in/google",
    ];

    public static TheoryData<string> Services() => [.. House.ServiceNames];

    [Theory]
    [MemberData(nameof(Services))]
    public void No_endpoint_is_open_unless_it_is_meant_to_be(string service)
    {
        var endpoints = ServiceApp.RoutesOf(ServiceApp.Build(service));

        Assert.True(
            endpoints.Count > Anybody.Intersect(endpoints.Select(ServiceApp.PathOf)).Count(),
            $"{service} has no endpoint of its own.");
        foreach (var endpoint in endpoints)
        {
            var open = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            var bounded = endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null
                || endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is not null;
            Assert.True(open != bounded, $"{endpoint.DisplayName} must either name its policy or be open, not both.");
            Assert.True(
                !open || Anybody.Contains(ServiceApp.PathOf(endpoint)), $"{endpoint.DisplayName} is open to anybody.");
        }
    }
}
