using System.Text.RegularExpressions;
using Portal.Gateway.Routes;

namespace Portal.Gateway.Tests.Support;

/// <summary>The product's own routes.</summary>
internal static partial class OwnRoutes
{
    public static IReadOnlyList<PortalRoute> All { get; } = RouteFile.Read(
        Path.Combine(AppContext.BaseDirectory, "routes.json"), [
            "read", "write", "public", "token", "sign-in", "prove-again",
        ]).Routes;

    public static PortalRoute Named(string name) => All.Single(route => route.Name == name);

    /// <summary>A path that the route takes.</summary>
    public static string PathOf(PortalRoute route) => Parameter().Replace(
        route.Path!, found => found.Value.EndsWith(":guid}", StringComparison.Ordinal)
            ? Guid.CreateVersion7().ToString()
            : "some-text");

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
