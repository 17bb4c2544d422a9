using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Portal.ServiceDefaults.Clients;

namespace Portal.ServiceDefaults.Tokens;

/// <summary>Adds the check of access tokens, and authorization that denies by default.</summary>
internal static class TokenExtensions
{
    public static void AddTokens(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<TokenOptions>()
            .BindConfiguration(TokenOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.AddReplicaClient(HttpKeySetSource.ClientName, "identity");
        builder.Services.TryAddSingleton<IKeySetSource, HttpKeySetSource>();
        builder.Services.AddSingleton<KeyRing>();
        builder.Services.AddSingleton<AccessTokenHandler>();
        builder.Services.AddSingleton<TokenValidator>();
        builder.Services.AddHostedService<KeyRingRefresh>();
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        builder.Services.AddSingleton<IConfigureOptions<JwtBearerOptions>, BearerOptionsSetup>();
        builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(LeadsNowhere).Build());
    }

    // A route that names no policy is closed. What is no route at all, routing itself answers with 404 or 405.
    private static bool LeadsNowhere(AuthorizationHandlerContext context) =>
        context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint;
}
