using Portal.Gateway.Routes;

namespace Portal.Gateway.Sessions;

/// <summary>
/// Takes <c>/as/{delegation}</c> off the path before it is routed. Exactly one spelling counts, in small letters and
/// with the id written out; any other leads nowhere.
/// </summary>
internal static class DelegationPaths
{
    private const string Root = "/as/";
    private const int IdLength = 36;
    private const int PrefixLength = 4 + IdLength;

    public static Task ReadAsync(HttpContext http, RequestDelegate next)
    {
        var path = http.Request.Path.Value ?? "";
        if (path.StartsWith(Root, StringComparison.Ordinal) && path.Length > PrefixLength && path[PrefixLength] == '/'
            && Guid.TryParseExact(path.AsSpan(Root.Length, IdLength), "D", out var delegation)
            && path.AsSpan(Root.Length, IdLength).SequenceEqual(delegation.ToString()))
        {
            http.Features.Set(new DelegationFeature(delegation));
            http.Request.PathBase = path[..PrefixLength];
            http.Request.Path = path[PrefixLength..];
        }

        return next(http);
    }

    /// <summary>
    /// After routing: only what a scope opens, and the pages that say so, exist below /as/; there is no sign-in and no
    /// token for a client there.
    /// </summary>
    public static Task RestrictAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<DelegationFeature>() is not null
            && http.GetEndpoint()?.Metadata.GetMetadata<PortalRoute>() is not (
            { NeedsScope: true } or { SteppedIn: true }))
        {
            http.SetEndpoint(null);
        }

        return next(http);
    }
}
