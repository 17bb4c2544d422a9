using System.Globalization;
using Portal.ServiceDefaults.Results;

namespace Portal.Gateway.Limits;

/// <summary>
/// Holds each route to its limit and says what is left, in the headers RateLimit-Policy and RateLimit
/// (draft-ietf-httpapi-ratelimit-headers) and, when refused, Retry-After. Runs after the token is read and before it
/// is judged, so that refused requests count.
/// </summary>
internal sealed class LimitMiddleware(RequestDelegate next, LimiterSet limiters)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<RouteLimit>() is not { Name: var name })
        {
            await next(http);
            return;
        }

        var limiter = limiters[name];
        var key = limiter.KeyOf(http);
        var admitted = limiter.TryTake(key);
        Tell(http, name, limiter, key);
        if (admitted)
        {
            await next(http);
            return;
        }

        await new TooManyRequests(limiter.Quota, limiter.SecondsUntilNext).WriteAsync(http);
    }

    private static void Tell(HttpContext http, string name, Limiter limiter, string key)
    {
        var (requests, window) = limiter.Quota;
        var (left, seconds) = limiter.Rest(key);
        http.Response.Headers["RateLimit-Policy"] = string.Create(
            CultureInfo.InvariantCulture, $"\"{name}\";q={requests};w={window}");
        http.Response.Headers["RateLimit"] = string.Create(
            CultureInfo.InvariantCulture, $"\"{name}\";r={left};t={seconds}");
    }
}
