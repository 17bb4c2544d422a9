using System.Text.Json;
using Portal.ServiceDefaults.Paging;

namespace Portal.Web.Api.Partners;

/// <summary>Identity's partner clients of the caller's agency.</summary>
internal sealed class PartnerApi(HttpClient identity)
{
    private const string Root = "/api/v1/applications";

    public Task<ApiResult<Page<Partner>>> ListAsync(string? cursor, CancellationToken cancellationToken) =>
        identity.ReadAsync<Page<Partner>>(Query.Of(Root, ("cursor", cursor)), cancellationToken);

    public Task<ApiResult<Partner>> GetAsync(string id, CancellationToken cancellationToken) =>
        identity.ReadAsync<Partner>(PathOf(id), cancellationToken);

    /// <summary>Makes a partner client; its secret is answered this once.</summary>
    public Task<ApiResult<NewPartner>> AddAsync(
        string name, IReadOnlyList<string> scopes, string? authentication, CancellationToken cancellationToken) =>
        identity.AskAsync<NewPartner>(HttpMethod.Post, Root, new { name, scopes, authentication }, cancellationToken);

    /// <summary>Changes a partner client; what is not in the change stays.</summary>
    public Task<ApiResult<Partner>> ChangeAsync(string id, object change, CancellationToken cancellationToken) =>
        identity.AskAsync<Partner>(HttpMethod.Patch, PathOf(id), change, cancellationToken);

    /// <summary>Makes a further secret, which is answered this once.</summary>
    public Task<ApiResult<NewSecret>> AddSecretAsync(string id, CancellationToken cancellationToken) =>
        identity.AskAsync<NewSecret>(HttpMethod.Post, PathOf(id) + "/secrets", new { }, cancellationToken);

    public Task<ApiResult<Unit>> RemoveSecretAsync(string id, Guid secret, CancellationToken cancellationToken) =>
        identity.AskAsync<Unit>(HttpMethod.Delete, $"{PathOf(id)}/secrets/{secret}", body: null, cancellationToken);

    /// <summary>Replaces the public keys by those of a JSON Web Key Set (RFC 7517).</summary>
    public Task<ApiResult<Partner>> SetKeysAsync(string id, JsonElement keySet, CancellationToken cancellationToken) =>
        identity.AskAsync<Partner>(HttpMethod.Put, PathOf(id) + "/keys", keySet, cancellationToken);

    private static string PathOf(string id) => $"{Root}/{Uri.EscapeDataString(id)}";
}
