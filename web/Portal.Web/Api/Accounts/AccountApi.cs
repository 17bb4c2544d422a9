namespace Portal.Web.Api.Accounts;

/// <summary>Identity's clients: their names, their contacts, and whether they let the agency in.</summary>
internal sealed class AccountApi(HttpClient identity)
{
    public Task<ApiResult<Account>> GetAsync(Guid id, CancellationToken cancellationToken) =>
        identity.ReadAsync<Account>($"/api/v1/clients/{id}", cancellationToken);

    public Task<ApiResult<ContactList>> ContactsAsync(Guid id, CancellationToken cancellationToken) =>
        identity.ReadAsync<ContactList>($"/api/v1/clients/{id}/contacts", cancellationToken);

    public Task<ApiResult<Contact>> AddContactAsync(
        Guid id, ContactDetails contact, CancellationToken cancellationToken) =>
        identity.AskAsync<Contact>(HttpMethod.Post, $"/api/v1/clients/{id}/contacts", contact, cancellationToken);

    /// <summary>Changes a contact; what is null in the change stays.</summary>
    /// <param name="id">The client.</param>
    /// <param name="contact">The contact's id, or <c>primary</c>.</param>
    /// <param name="etag">The contact as the person saw it; a later change is not overwritten.</param>
    /// <param name="change">The fields that change.</param>
    /// <param name="cancellationToken">Ends with the request for the page.</param>
    public async Task<ApiResult<Contact>> ChangeContactAsync(
        Guid id, string contact, string? etag, object change, CancellationToken cancellationToken)
    {
        using var request = Request(
            HttpMethod.Patch, $"/api/v1/clients/{id}/contacts/{Uri.EscapeDataString(contact)}", etag);
        request.Content = ApiCalls.Content(change);
        return await identity.AskAsync<Contact>(request, cancellationToken);
    }

    public async Task<ApiResult<Unit>> RemoveContactAsync(
        Guid id, string contact, string? etag, CancellationToken cancellationToken)
    {
        using var request = Request(
            HttpMethod.Delete, $"/api/v1/clients/{id}/contacts/{Uri.EscapeDataString(contact)}", etag);
        return await identity.AskAsync<Unit>(request, cancellationToken);
    }

    public Task<ApiResult<Consent>> ConsentAsync(Guid id, CancellationToken cancellationToken) =>
        identity.ReadAsync<Consent>($"/api/v1/clients/{id}/consent", cancellationToken);

    /// <summary>Asks the client by mail to let the agency in again.</summary>
    public Task<ApiResult<Unit>> AskConsentAsync(Guid id, string reason, CancellationToken cancellationToken) =>
        identity.AskAsync<Unit>(
            HttpMethod.Post, $"/api/v1/clients/{id}/consent-requests", new { reason }, cancellationToken);

    private static HttpRequestMessage Request(HttpMethod method, string path, string? etag)
    {
        var request = new HttpRequestMessage(method, path);
        if (etag is { Length: > 0 })
        {
            request.Headers.AddFromOutside("If-Match", etag);
        }

        return request;
    }
}
