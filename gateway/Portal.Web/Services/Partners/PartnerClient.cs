using System.Text.Json;
using Portal.ServiceDefaults.Paging;

namespace Portal.Web.Services.Partners;

/// <summary>Identity's partner clients of the caller's agency.</summary>
internal sealed class PartnerClient(HttpClient identity)
{
    private const string Root = "/api/v1/applications";

    public Task<Answer<Page<Partner>>> ListAsync(string? cursor, CancellationToken cancellationToken) =>
        identity.ReadAsync<Page<Partner>>(Query.Of(Root, ("cursor", cursor)), cancellationToken);

    public Task<Answer<Partner>> GetAsync(string id, CancellationToken cancellationToken) =>
        identity.ReadAsync<Partner>(PathOf(id), cancellationToken);

    /// <summary>Makes a partner client; its secret is answered this once.</summary>
    public Task<Answer<NewPartner>> AddAsync(
        string name, IReadOnlyList<string> scopes, string? authentication, CancellationToken cancellationToken) =>
        identity.AskAsync<NewPartner>(HttpMethod.Post, Root, new { name, scopes, authentication }, cancellationToken);

    /// <summary>Changes a partner client; what is not in the change stays.</summary>
    public Task<Answer<Partner>> ChangeAsync(string id, object change, CancellationToken cancellationToken) =>
        identity.AskAsync<Partner>(HttpMethod.Patch, PathOf(id), change, cancellationToken);

    /// <summary>Makes a further secret, which is answered this once.</summary>
    public Task<Answer<NewSecret>> AddSecretAsync(string id, CancellationToken cancellationToken) =>
        identity.AskAsync<NewSecret>(HttpMethod.Post, PathOf(id) + "/secrets", new { }, cancellationToken);

    public Task<Answer<Nothing>> RemoveSecretAsync(string id, Guid secret, CancellationToken cancellationToken) =>
        identity.AskAsync<Nothing>(HttpMethod.Delete, $"{PathOf(id)}/secrets/{secret}", body: null, cancellationToken);

    /// <summary>Replaces the public keys by those of a JSON Web Key Set (RFC 7517).</summary>
    public Task<Answer<Partner>> SetKeysAsync(string id, JsonElement keySet, CancellationToken cancellationToken) =>
        identity.AskAsync<Partner>(HttpMethod.Put, PathOf(id) + "/keys", keySet, cancellationToken);

    private static string PathOf(string id) => $"{Root}/{Uri.EscapeDataString(id)}";
}
