using System.Globalization;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Portal.Gateway.Routes;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Gateway.Revocations;

/// <summary>Turns away a token that was revoked, whether it was brought or got for a cookie.</summary>
internal sealed class RevocationMiddleware(RequestDelegate next, RevocationList list)
{
    private const string Reason = "The token was revoked; get a new one.";

    public Task InvokeAsync(HttpContext http)
    {
        var open = http.GetEndpoint()?.Metadata.GetMetadata<PortalRoute>() is null or { Policy: PortalRoute.Anonymous };
        if (open || http.User.Identity?.IsAuthenticated is not true)
        {
            return next(http);
        }

        if (!list.Loaded)
        {
            return new IdentityUnavailable().WriteAsync(http);
        }

        return list.Covers(RevocableToken.Of(http.User)) ? RefuseAsync(http) : next(http);
    }

    private static Task RefuseAsync(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = string.Create(
            CultureInfo.InvariantCulture,
            $"{JwtBearerDefaults.AuthenticationScheme} realm=\"portal\", error=\"invalid_token\", "
            + $"error_description=\"{Reason}\"");
        return new TokenInvalid(Reason).WriteAsync(http);
    }
}
