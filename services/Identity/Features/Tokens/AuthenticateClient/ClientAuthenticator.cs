using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Applications;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Agencies;
using Portal.ServiceDefaults.Requests;

namespace Portal.Identity.Features.Tokens.AuthenticateClient;

/// <summary>Proves the client that asks at an endpoint of OAuth.</summary>
internal sealed partial class ClientAuthenticator(
    IdentityDb db, AssertionValidator assertions, ApplicationUses uses, TimeProvider time,
    ILogger<ClientAuthenticator> log)
{
    /// <summary>
    /// Reads the form and proves its client; an error when the form is none, or the client is unknown, disabled or not
    /// proved, which are all told the same.
    /// </summary>
    public async Task<(ClientRequest? Request, OAuthError? Error)> ReadAsync(
        HttpContext http, CancellationToken cancellationToken)
    {
        http.Response.ForbidCaching();
        var (form, error) = await OAuthForm.ReadAsync(http.Request, cancellationToken);
        if (form is null)
        {
            return (null, error);
        }

        (var client, error) = await AuthenticateAsync(http.Request, form, cancellationToken);
        return (client is null ? null : new ClientRequest(client, form), error);
    }

    private async Task<(Application? Client, OAuthError? Error)> AuthenticateAsync(
        HttpRequest request, OAuthForm form, CancellationToken cancellationToken)
    {
        var (proof, error) = ClientProof.Read(request.Headers.Authorization, form);
        if (proof is null)
        {
            return (null, error);
        }

        (var client, error) = proof switch
        {
            ClientProof.OfSecret secret => await ProveAsync(secret, cancellationToken),
            ClientProof.OfAssertion assertion => await ProveAsync(assertion, cancellationToken),
            _ => throw new InvalidOperationException("There is no other proof."),
        };
        if (client is null)
        {
            LogRefused(request.HttpContext.CallerAddress());
        }

        return (client, error);
    }

    private async Task<(Application? Client, OAuthError? Error)> ProveAsync(
        ClientProof.OfSecret proof, CancellationToken cancellationToken)
    {
        var client = await FindAsync(proof.Id, cancellationToken);
        var secret = client?.SecretOf(proof.Secret, time.GetUtcNow());
        if (client is null || client.Secrets.Count == 0)
        {
            // The time that a known client would have taken.
            SecretHash.Matches(SecretHash.OfNobody, proof.Secret);
        }

        if (client is not { DisabledAt: null } || secret is null)
        {
            return (null, OAuthError.InvalidClient);
        }

        await uses.NoteAsync(client, secret, cancellationToken);
        return (client, null);
    }

    private async Task<(Application? Client, OAuthError? Error)> ProveAsync(
        ClientProof.OfAssertion proof, CancellationToken cancellationToken)
    {
        var found = await FindAsync(proof.Assertion.Subject, cancellationToken);
        var client = found is { DisabledAt: null } ? found : null;
        var (key, error) = await assertions.CheckAsync(proof.Assertion, client, cancellationToken);
        if (client is null || key is null)
        {
            return (null, error);
        }

        await uses.NoteAsync(client, key, cancellationToken);
        return (client, null);
    }

    // Whose the client is becomes known only here. An id that the database could not even be asked for is nobody's.
    private async Task<Application?> FindAsync(
        string id, CancellationToken cancellationToken) => id.Contains('\0', StringComparison.Ordinal)
        ? null
        : await db.Applications.AsNoTracking().IgnoreQueryFilters([AgencyScope.Filter])
            .SingleOrDefaultAsync(one => one.Id == id, cancellationToken);

    [LoggerMessage(LogLevel.Warning, "A client at {Address} was refused: unknown or disabled, or what was to prove "
        + "it is wrong")]
    private partial void LogRefused(System.Net.IPAddress? address);
}
