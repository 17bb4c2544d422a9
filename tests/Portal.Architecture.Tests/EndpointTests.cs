using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Portal.Architecture.Tests.Support;
using Portal.ServiceDefaults;

namespace Portal.Architecture.Tests;

/// <summary>Every endpoint says who may call it.</summary>
public sealed class EndpointTests
{
    /// <summary>
    /// What anybody may ask: health, descriptions, public keys and tokens, the verification of a certificate, and whatever
    /// comes before somebody is signed in.
    /// </summary>
    private static readonly string[] Anybody =
    [
        "/health", "/alive", "/openapi/{documentName}.json", "/.well-known/openid-configuration",
        "/.well-known/oauth-authorization-server", "/.well-known/jwks.json", "/connect/token", "/verify/{code}",
        "/api/v1/sign-in", "/api/v1/sign-in/agencies/{slug}", "/api/v1/sign-in/code", "/api/v1/sign-in/code/check",
        "/api/v1/sign-in/account", "/api/v1/sign-in/second-factor", "/api/v1/sign-in/second-factor/enrollment",
    ];

    public static TheoryData<string> Services() => [.. House.ServiceNames];

    [Theory]
    [MemberData(nameof(Services))]
    public void No_endpoint_is_open_unless_it_is_meant_to_be(string service)
    {
        var endpoints = EndpointsOf(House.Services.Single(assembly => assembly.GetName().Name == $"Portal.{service}"));

        Assert.True(endpoints.Count > Anybody.Intersect(endpoints.Select(Path)).Count(), $"{service} has no endpoint of its own.");
        foreach (var endpoint in endpoints)
        {
            var open = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            var bounded = endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null
                || endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is not null;
            Assert.True(open != bounded, $"{endpoint.DisplayName} must either name its policy or be open, not both.");
            Assert.True(!open || Anybody.Contains(Path(endpoint)), $"{endpoint.DisplayName} is open to anybody.");
        }
    }

    private static string Path(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.Trim('/');

    /// <summary>Builds the service as its Program does, by the two methods in its root namespace, and starts nothing.</summary>
    private static List<RouteEndpoint> EndpointsOf(Assembly service)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:rabbitmq"] = "amqp://127.0.0.1:1/",
            [$"ConnectionStrings:{service.GetName().Name!["Portal.".Length..].ToLowerInvariant()}db"] = "Host=127.0.0.1;Port=1",
            ["Identity:Issuer"] = "https://portal.example",
            ["services:identity:http:0"] = "http://127.0.0.1:1",
            ["services:policy:http:0"] = "http://127.0.0.1:1",
            ["services:certificate:http:0"] = "http://127.0.0.1:1",
            ["ServiceClient:Id"] = "svc",
            ["ServiceClient:Secret"] = "secret",
        });
        builder.AddServiceDefaults();
        Step(service, "Add", typeof(WebApplicationBuilder)).Invoke(null, [builder]);
        var app = builder.Build();
        app.UseServiceDefaults();
        Step(service, "Map", typeof(WebApplication)).Invoke(null, [app]);
        return [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];
    }

    private static MethodInfo Step(Assembly service, string verb, Type argument)
    {
        var name = service.GetName().Name!["Portal.".Length..];
        var step = service.GetTypes()
            .Where(type => type is { IsAbstract: true, IsSealed: true, Namespace: not null } && type.Namespace.Count(c => c == '.') == 1)
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .SingleOrDefault(method => method.Name.StartsWith(verb + name, StringComparison.Ordinal)
                && method.GetParameters() is [{ } only] && only.ParameterType.IsAssignableFrom(argument));
        return step ?? throw new InvalidOperationException(
            $"Portal.{name} has no {verb}{name}... method in its root namespace, which its Program would call.");
    }
}
