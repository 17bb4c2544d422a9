using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Portal.Gateway.Limits;
using Portal.Gateway.Routes;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Gateway.Sessions;

/// <summary>
/// The session of a browser: its cookie is turned into a token. A request with an Authorization header is judged by
/// that alone (<see cref="SchemeOf"/>).
/// </summary>
internal sealed class SessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    SessionTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public new const string Scheme = "Session";

    private SessionOutcome _outcome = new SessionOutcome.None();

    private DelegationFeature? Delegation => Context.Features.Get<DelegationFeature>();

    /// <summary>The scheme that judges a request instead of this one, where there is one.</summary>
    public static string? SchemeOf(HttpContext http) =>
        http.Request.Headers.Authorization.Count > 0 && http.Features.Get<DelegationFeature>() is null
            ? JwtBearerDefaults.AuthenticationScheme
            : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        _outcome = await FindAsync();
        Context.Features.Set(_outcome);
        return _outcome is SessionOutcome.Live(var token)
            ? AuthenticateResult.Success(new AuthenticationTicket(token.Caller, Scheme))
            : AuthenticateResult.NoResult();
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        switch (_outcome)
        {
            case SessionOutcome.Unavailable:
                return new IdentityUnavailable().WriteAsync(Context);
            case SessionOutcome.Guessing:
                return new TooManyUnknownSessions().WriteAsync(Context);
            case SessionOutcome.Ended:
                SessionCookie.Delete(Response);
                return RefuseAsync(new SessionEnded());
            case SessionOutcome.DelegationEnded:
                return RefuseAsync(new DelegationEnded());
            default:
                return RefuseAsync(Delegation is null ? new TokenRequired() : new SessionRequired());
        }
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Context.ForbidAsync(JwtBearerDefaults.AuthenticationScheme, properties);

    private async Task<SessionOutcome> FindAsync()
    {
        if (Context.GetEndpoint()?.Metadata.GetMetadata<PortalRoute>() is null or { Policy: PortalRoute.Anonymous }
            || Request.Headers.Authorization.Count > 0
            || SessionCookie.Read(Request) is not { } reference
            || SameOrigin.IsMissing(Context))
        {
            return new SessionOutcome.None();
        }

        var outcome = await FindAsync(reference, Delegation?.DelegationId);
        if (outcome is not SessionOutcome.Ended || Delegation is null)
        {
            return outcome;
        }

        // Which of the two has ended? Where the session itself is in force, its cookie stays.
        var session = await FindAsync(reference, delegation: null);
        return session is SessionOutcome.Live ? new SessionOutcome.DelegationEnded() : session;
    }

    private async Task<SessionOutcome> FindAsync(string reference, Guid? delegation) =>
        tokens.Find(SessionKey.Of(reference, delegation)) is { } token
            ? new SessionOutcome.Live(token)
            : await tokens.AskAsync(reference, delegation, LimitKeys.AddressOf(Context), Context.RequestAborted);

    private Task RefuseAsync(Error error)
    {
        // RFC 9110, section 15.5.2: a 401 names a way in.
        Response.Headers.Append(
            HeaderNames.WWWAuthenticate, $"{JwtBearerDefaults.AuthenticationScheme} realm=\"portal\"");
        return error.WriteAsync(Context);
    }
}
