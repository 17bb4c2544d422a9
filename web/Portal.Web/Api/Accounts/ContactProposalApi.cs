using Portal.ServiceDefaults.Paging;

namespace Portal.Web.Api.Accounts;

/// <summary>Identity's proposals of other primary contacts, which imports make.</summary>
internal sealed class ContactProposalApi(HttpClient identity)
{
    private const string Root = "/api/v1/contact-proposals";

    /// <summary>Those that nobody has decided on.</summary>
    /// <param name="client">The client that they are of; null for all.</param>
    /// <param name="cursor">Position that the page begins at; null for the first.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends with the request for the page.</param>
    public Task<ApiResult<Page<ContactProposal>>> ListAsync(
        Guid? client, string? cursor, int limit, CancellationToken cancellationToken) =>
        identity.ReadAsync<Page<ContactProposal>>(
            Query.Of(Root, ("client", client), ("cursor", cursor), ("limit", limit)), cancellationToken);

    /// <summary>Makes the proposed contact the client's primary one.</summary>
    public Task<ApiResult<Unit>> ConfirmAsync(Guid id, CancellationToken cancellationToken) =>
        identity.AskAsync<Unit>(HttpMethod.Post, $"{Root}/{id}/confirmation", body: null, cancellationToken);

    /// <summary>Keeps the contact as it is; the same is not proposed again.</summary>
    public Task<ApiResult<Unit>> DismissAsync(Guid id, CancellationToken cancellationToken) =>
        identity.AskAsync<Unit>(HttpMethod.Delete, $"{Root}/{id}", body: null, cancellationToken);
}
