using Portal.ServiceDefaults.Tokens;

namespace Portal.Gateway.Routes;

/// <summary>Finds what is wrong with the routes, before one of them is served.</summary>
internal static class RouteCheck
{
    private static readonly string[] KnownMethods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    public static IEnumerable<string> FaultsOf(IReadOnlyList<PortalRoute> routes, IReadOnlyCollection<string> limits)
    {
        if (routes.Count == 0)
        {
            yield return "There is no route.";
        }

        foreach (var twice in routes.CountBy(route => route.Name ?? "").Where(counted => counted.Value > 1))
        {
            yield return $"The name '{twice.Key}' is used {twice.Value} times.";
        }

        foreach (var route in routes)
        {
            foreach (var fault in FaultsOf(route, limits))
            {
                yield return $"Route '{route.Name}': {fault}";
            }
        }
    }

    private static IEnumerable<string> FaultsOf(PortalRoute route, IReadOnlyCollection<string> limits)
    {
        if (string.IsNullOrWhiteSpace(route.Name) || string.IsNullOrWhiteSpace(route.Service))
        {
            yield return "name and service are required.";
        }

        if (route.Path is not ("/" or ['/', _, ..]) || IsInternal(route.Path) || IsInternal(route.To))
        {
            yield return "path is required, begins with a slash, and never leads to /internal or to everything.";
        }

        if (route.Methods is not { Count: > 0 } methods || methods.Except(KnownMethods, StringComparer.Ordinal).Any())
        {
            yield return $"methods lists one or more of {string.Join(", ", KnownMethods)}; HEAD comes with GET.";
        }

        if (route.NeedsScope
            && !Scopes.ForPartners.Concat(Scopes.ForPeople).Contains(route.Policy, StringComparer.Ordinal))
        {
            yield return $"policy is a scope that partners or people can have, '{PortalRoute.Anonymous}' or "
                + $"'{PortalRoute.Optional}'; "
                + "a route without one is never served.";
        }

        if (route is { Policy: PortalRoute.Optional, Browser: false })
        {
            yield return $"policy '{PortalRoute.Optional}' is for pages, which are marked \"browser\": true.";
        }

        if (route is { SteppedIn: true, Policy: not PortalRoute.Optional })
        {
            yield return $"steppedIn is for pages whose policy is '{PortalRoute.Optional}'; below /as/ nothing is "
                + "open, and what a scope opens is there.";
        }

        if (route.Browser && route.Path?.StartsWith("/connect/", StringComparison.OrdinalIgnoreCase) is true)
        {
            yield return "below /connect/ clients prove who they are themselves; no cookie leads there.";
        }

        if (route.Limit is null || !limits.Contains(route.Limit))
        {
            yield return $"limit is one of {string.Join(", ", limits)}.";
        }

        if (route.BodyLimitBytes < 1 || route.TimeoutSeconds < 1)
        {
            yield return "bodyLimitBytes and timeoutSeconds are at least 1.";
        }
    }

    private static bool IsInternal(string? path) =>
        path is not null
            && (path.StartsWith("/internal", StringComparison.OrdinalIgnoreCase)
                || path.StartsWith("/{", StringComparison.Ordinal));
}
