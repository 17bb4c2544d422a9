using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Portal.ServiceDefaults.Results;

namespace Portal.ServiceDefaults.Tokens;

/// <summary>
/// Bearer tokens in the Authorization header (RFC 6750, section 2.1; tokens in the address or the body are not read).
/// Refusals carry the WWW-Authenticate header of section 3 and problem details.
/// </summary>
internal static class BearerAnswers
{
    /// <summary>Refuses a request with several headers, which the framework would join to one.</summary>
    public static Task ReadAsync(MessageReceivedContext context)
    {
        if (context.Request.Headers.Authorization.Count > 1)
        {
            context.Fail(new TokenRefusedException("The request carries several Authorization headers."));
        }

        return Task.CompletedTask;
    }

    /// <summary>Answers whoever has no good token.</summary>
    public static Task ChallengeAsync(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        var http = context.HttpContext;
        switch (context.AuthenticateFailure)
        {
            case KeySetUnavailableException:
                return new IdentityUnavailable().WriteAsync(http);
            case TokenRefusedException refused:
                Challenge(http, $"error=\"invalid_token\", error_description=\"{refused.Message}\"");
                return new TokenInvalid(refused.Message).WriteAsync(http);
            default:
                // RFC 6750, section 3.1: a request that brought no token is told no error code.
                Challenge(http, parameters: null);
                return new TokenRequired().WriteAsync(http);
        }
    }

    /// <summary>Answers whoever has a good token that does not reach so far.</summary>
    public static Task ForbidAsync(ForbiddenContext context)
    {
        var http = context.HttpContext;
        var missing = http.GetEndpoint()?.Metadata.GetOrderedMetadata<RequiredScope>()
            .Select(required => required.Scope).Where(scope => !http.User.HasScope(scope)).ToArray();
        if (missing is not { Length: > 0 })
        {
            return new NotAllowed().WriteAsync(http);
        }

        var scopes = string.Join(' ', missing);
        Challenge(http, $"error=\"insufficient_scope\", scope=\"{scopes}\"");
        return new ScopeInsufficient(scopes).WriteAsync(http);
    }

    private static void Challenge(HttpContext http, string? parameters) => http.Response.Headers.Append(
        HeaderNames.WWWAuthenticate,
        parameters is null ? "Bearer realm=\"portal\"" : $"Bearer realm=\"portal\", {parameters}");
}
