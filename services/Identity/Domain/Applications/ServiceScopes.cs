using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Domain.Applications;

/// <summary>What each of the portal's own services may ask of another.</summary>
internal static class ServiceScopes
{
    private static readonly Dictionary<string, string[]> ByClient = new(StringComparer.Ordinal)
    {
        ["svc-notification"] = [Scopes.DocumentsRead],
        ["svc-certificate"] = [Scopes.RenewalsRead],
        ["svc-gateway"] = [Scopes.SessionsExchange, Scopes.RevocationsRead],
    };

    /// <exception cref="ArgumentException">No service has this id.</exception>
    public static IReadOnlyList<string> Of(string clientId) => ByClient.GetValueOrDefault(clientId)
        ?? throw new ArgumentException(
        $"ServiceClients names '{clientId}'; the services that get tokens are {string.Join(", ", ByClient.Keys)}.",
        nameof(clientId));
}
