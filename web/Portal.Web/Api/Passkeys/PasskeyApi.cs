using System.Text.Json.Nodes;

namespace Portal.Web.Api.Passkeys;

/// <summary>Identity's passkeys of the person who looks at the page.</summary>
internal sealed class PasskeyApi(HttpClient identity)
{
    private const string Root = "/api/v1/passkeys";

    /// <summary>All of them, the oldest first.</summary>
    public Task<ApiResult<List<Passkey>>> ListAsync(CancellationToken cancellationToken) =>
        identity.ReadAsync<List<Passkey>>(Root, cancellationToken);

    /// <summary>What the browser is to be asked; refused where the second factor was proven too long ago.</summary>
    public Task<ApiResult<PasskeyQuestion>> AskAsync(CancellationToken cancellationToken) =>
        identity.AskAsync<PasskeyQuestion>(HttpMethod.Post, Root + "/options", body: null, cancellationToken);

    public Task<ApiResult<Passkey>> AddAsync(
        string? name, JsonObject credential, string? state, CancellationToken cancellationToken) =>
        identity.AskAsync<Passkey>(HttpMethod.Post, Root, new { name, credential, state }, cancellationToken);

    public Task<ApiResult<Unit>> RemoveAsync(Guid id, CancellationToken cancellationToken) =>
        identity.AskAsync<Unit>(HttpMethod.Delete, $"{Root}/{id}", body: null, cancellationToken);
}
