using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Portal.ServiceDefaults.Clients;

namespace Portal.Gateway.Sessions;

/// <summary>Adds the sessions of browsers.</summary>
internal static class SessionServices
{
    public static void AddSessions(this WebApplicationBuilder builder)
    {
        builder.AddReplicaClient(nameof(TokenExchange), "identity")
            .ConfigureHttpClient(http => http.Timeout = TokenExchange.Timeout)
            .AddTypedClient<TokenExchange>();
        builder.Services.AddSingleton<KnownReferences>();
        builder.Services.AddSingleton<UnknownSessionQueue>();
        builder.Services.AddSingleton<SessionTokens>();
        builder.Services.AddAuthentication(SessionHandler.Scheme)
            .AddScheme<AuthenticationSchemeOptions, SessionHandler>(
            SessionHandler.Scheme, options => options.ForwardDefaultSelector = SessionHandler.SchemeOf);
    }

    /// <summary>Whether it is certain that a request has a session or that it has none.</summary>
    public static bool IsKnown(AuthorizationHandlerContext context) =>
        context.Resource is HttpContext http
        && http.Features.Get<SessionOutcome>() is not (SessionOutcome.Unavailable or SessionOutcome.Guessing);
}
