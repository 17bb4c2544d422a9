using Portal.ServiceDefaults.Clients;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Gateway.Revocations;

/// <summary>Adds the knowledge of what ended before its time.</summary>
internal static class RevocationServices
{
    public static void AddRevocations(this WebApplicationBuilder builder)
    {
        builder.AddServiceClient<RevocationClient>("identity", Scopes.RevocationsRead)
            .ConfigureHttpClient(http => http.Timeout = RevocationClient.Timeout);
        builder.Services.AddSingleton<RevocationList>();
        builder.Services.AddSingleton<OpenStreams>();
        builder.Services.AddSingleton<StreamSlots>();
        builder.Services.AddHostedService<RevocationPoll>();
        builder.Services.AddHealthChecks().AddCheck<RevocationHealthCheck>("revocations");
    }
}
