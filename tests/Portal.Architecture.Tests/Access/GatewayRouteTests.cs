using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Portal.Architecture.Tests.Support;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Architecture.Tests.Access;

/// <summary>What the gateway opens is what the services have, under the same scope, and nothing else.</summary>
public sealed partial class GatewayRouteTests
{
    // Answered by the handler of Google sign-in before routing.
    private const string GoogleCallback = "/sign-in/google/callback";

    // Opened as a whole.
    private static readonly string[] Folders = ["/api/v1/compliance/"];

    private static readonly string[] Inside = ["/health", "/alive", "/openapi/", "/internal/"];

    public static TheoryData<string> Services() => [.. House.ServiceNames];

    [Theory]
    [MemberData(nameof(Services))]
    public void Every_public_route_of_a_service_is_opened_under_its_scope(string service)
    {
        var opened = Gateway(service);
        var missing = Own(service)
            .Where(own => !opened.Any(route => own.Method == route.Method && Leads(route.Path, own.Path)
            && own.Scope == route.Scope)).Select(own => own.ToString());

        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Every_route_of_the_gateway_leads_to_one_of_a_service(string service)
    {
        var own = Own(service);
        var astray = Gateway(service).Where(route => route.Path != GoogleCallback
            && !own.Any(
                one => one.Method == route.Method && Leads(route.Path, one.Path)
                    && one.Scope == route.Scope)).Select(route => route.ToString());

        Assert.Empty(astray);
    }

    private static List<Route> Own(string service) =>
    [
        .. ServiceApp.RoutesOf(ServiceApp.Build(service))
            .Where(
                route => !Inside.Any(inside => ServiceApp.PathOf(route).StartsWith(inside, StringComparison.Ordinal)))
            .SelectMany(
                route => ServiceApp.MethodsOf(route).Select(
                    method => new Route(method, Plain(ServiceApp.PathOf(route)), ScopeOf(route)))),
    ];

    private static List<Route> Gateway(string service)
    {
        using var file = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(House.Root, "gateway/Portal.Gateway/routes.json")));
        return
        [
            .. from route in file.RootElement.GetProperty("routes").EnumerateArray()
               where service.Equals(route.GetProperty("service").GetString(), StringComparison.OrdinalIgnoreCase)
                   && !route.TryGetProperty("to", out _)
               from method in route.GetProperty("methods").EnumerateArray()
               let policy = route.GetProperty("policy").GetString()
               select new Route(
                   method.GetString()!, Plain(route.GetProperty("path").GetString()!), policy is "anonymous"
                       or "optional"
                       ? null
                       : policy),
        ];
    }

    private static string? ScopeOf(RouteEndpoint route) =>
        route.Metadata.GetOrderedMetadata<RequiredScope>() is { Count: > 0 } scopes ? scopes[^1].Scope : null;

    // A literal of the gateway, such as "primary", may stand where the service has a parameter.
    private static bool Leads(string opened, string own)
    {
        if (Folders.Any(folder => opened == folder + "{}" && own.StartsWith(folder, StringComparison.Ordinal)))
        {
            return true;
        }

        var (left, right) = (opened.Split('/'), own.Split('/'));
        return left.Length == right.Length
            && left.Zip(right).All(pair => pair.First == pair.Second || pair.Second == "{}");
    }

    private static string Plain(string path) => Parameter().Replace(path, "{}");

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    private sealed record Route(string Method, string Path, string? Scope);
}
