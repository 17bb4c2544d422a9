using System.Text.Json.Nodes;

namespace Portal.Web.Services.Passkeys;

/// <summary>Identity's passkeys of the person who looks at the page.</summary>
internal sealed class PasskeyClient(HttpClient identity)
{
    private const string Root = "/api/v1/passkeys";

    /// <summary>All of them, the oldest first.</summary>
    public Task<Answer<List<Passkey>>> ListAsync(CancellationToken cancellationToken) =>
        identity.ReadAsync<List<Passkey>>(Root, cancellationToken);

    /// <summary>What the browser is to be asked; refused where the second factor was proven too long ago.</summary>
    public Task<Answer<PasskeyQuestion>> AskAsync(CancellationToken cancellationToken) =>
        identity.AskAsync<PasskeyQuestion>(HttpMethod.Post, Root + "/options", body: null, cancellationToken);

    public Task<Answer<Passkey>> AddAsync(string? name, JsonObject credential, string? state, CancellationToken cancellationToken) =>
        identity.AskAsync<Passkey>(HttpMethod.Post, Root, new { name, credential, state }, cancellationToken);

    public Task<Answer<Nothing>> RemoveAsync(Guid id, CancellationToken cancellationToken) =>
        identity.AskAsync<Nothing>(HttpMethod.Delete, $"{Root}/{id}", body: null, cancellationToken);
}
