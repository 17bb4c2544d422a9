using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Portal.ServiceDefaults.Tokens;

/// <summary>
/// Bearer tokens in the Authorization header (RFC 6750, section 2.1; tokens in the address or the body are not read).
/// Refusals carry the WWW-Authenticate header of section 3 and problem details.
/// </summary>
internal sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, TokenValidator tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public new const string Scheme = "Bearer";

    private const int RetryAfterSeconds = 2;

    private TokenOutcome? _outcome;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization;
        if (header.Count == 0)
        {
            return AuthenticateResult.NoResult();
        }

        if (header.Count > 1)
        {
            return Refuse("The request carries several Authorization headers.");
        }

        if (header[0] is not { } value || !value.StartsWith(Scheme + " ", StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        _outcome = await tokens.ValidateAsync(value[(Scheme.Length + 1)..].Trim(' '), Context.RequestAborted);
        return _outcome switch
        {
            TokenOutcome.Accepted(var caller) =>
                AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(caller), Scheme)),
            TokenOutcome.Refused(var reason) => AuthenticateResult.Fail(reason),
            _ => AuthenticateResult.Fail("The issuer's keys are not known yet."),
        };
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        await HandleAuthenticateOnceSafeAsync();
        switch (_outcome)
        {
            case TokenOutcome.KeysUnavailable:
                Response.Headers.RetryAfter = RetryAfterSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
                await WriteAsync(
                    StatusCodes.Status503ServiceUnavailable,
                    "identity-unavailable",
                    "The token can't be checked because the identity service does not answer; try again in a few seconds.");
                break;
            case TokenOutcome.Refused(var reason):
                Challenge($"error=\"invalid_token\", error_description=\"{reason}\"");
                await WriteAsync(StatusCodes.Status401Unauthorized, "invalid-token", reason);
                break;
            default:
                // RFC 6750, section 3.1: a request that brought no token is told no error code.
                Challenge(null);
                await WriteAsync(
                    StatusCodes.Status401Unauthorized,
                    "token-required",
                    "Send an access token as 'Authorization: Bearer ...'; POST /connect/token issues one.");
                break;
        }
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var missing = Context.GetEndpoint()?.Metadata.GetOrderedMetadata<RequiredScope>()
            .Select(required => required.Scope).Where(scope => !Context.User.HasScope(scope)).ToArray();
        if (missing is not { Length: > 0 })
        {
            return WriteAsync(StatusCodes.Status403Forbidden, "forbidden", "The caller may not do this.");
        }

        var scopes = string.Join(' ', missing);
        Challenge($"error=\"insufficient_scope\", scope=\"{scopes}\"");
        return WriteAsync(StatusCodes.Status403Forbidden, "insufficient-scope", $"The token lacks the scope {scopes}.");
    }

    private AuthenticateResult Refuse(string reason)
    {
        _outcome = new TokenOutcome.Refused(reason);
        return AuthenticateResult.Fail(reason);
    }

    private void Challenge(string? parameters) => Response.Headers.Append(
        HeaderNames.WWWAuthenticate,
        parameters is null ? "Bearer realm=\"portal\"" : $"Bearer realm=\"portal\", {parameters}");

    private Task WriteAsync(int status, string code, string detail) => TypedResults
        .Problem(detail: detail, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code })
        .ExecuteAsync(Context);
}
