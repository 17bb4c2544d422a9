using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Applications;
using Portal.Identity.Keys;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Identity.Features.Tokens.ExchangeToken;

/// <summary>
/// A partner gives its own token for one that may do less: fewer scopes, or one account's data alone. Nothing is ever
/// won: not scopes, not time, not another account, and it ends with the token that it was given for.
/// </summary>
internal sealed class NarrowingExchange(
    IdentityDb db, IssuedTokens tokens, TokenIssuer issuer, AgencyScope agency, TimeProvider time) : ITokenExchange
{
    /// <summary>
    /// How many times in a row a token can be given for another; each one grows by the ids of those before.
    /// </summary>
    public const int MostExchanges = 8;

    public string SubjectTokenType => TokenTypes.AccessToken;

    public async Task<GrantOutcome> ExchangeAsync(
        Application client, ExchangeRequest request, CancellationToken cancellationToken)
    {
        if (client is not { Kind: ApplicationKind.Partner, AgencyId: { } agencyId })
        {
            return new GrantOutcome.Refused(OAuthError.UnauthorizedClient);
        }

        if (request.ActorToken is not null)
        {
            return Invalid("Nobody acts for a partner; leave actor_token out.");
        }

        // What is wrong with a token of somebody else is not told.
        if (await tokens.FindActiveAsync(request.SubjectToken, cancellationToken) is not { } subject
            || subject.ClientId != client.Id || subject.Subject != client.Id || subject.HasActor)
        {
            return Invalid("subject_token is not a valid access token that this client got for itself.");
        }

        if (subject.Origins.Count >= MostExchanges)
        {
            return Invalid(
                $"subject_token was exchanged {MostExchanges} times already; begin with a token of "
                + "client_credentials.");
        }

        var (account, refusal) = await AccountAsync(agencyId, request, subject, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        var allowed = subject.Scopes.Intersect(client.Scopes, StringComparer.Ordinal).ToList();
        if (ScopeList.Choose(request.Scope, allowed) is not { } scopes)
        {
            return new GrantOutcome.Refused(OAuthError.InvalidScope);
        }

        var left = subject.ExpiresAt - time.GetUtcNow();
        return new GrantOutcome.Issued(issuer.Issue(
            ClientCredentialsGrant.ClaimsOf(client, scopes) with
            {
                Account = account,
                Origins = string.Join(' ', [.. subject.Origins, subject.Id]),
            },
            left < AccessTokenLifetime.Max ? left : AccessTokenLifetime.Max));
    }

    private async Task<(Guid? Account, GrantOutcome? Refusal)> AccountAsync(
        Guid agencyId, ExchangeRequest request, IssuedToken subject, CancellationToken cancellationToken)
    {
        if (request.Account is null)
        {
            return (subject.Account, null);
        }

        if (!Guid.TryParse(request.Account, out var account) || (subject.Account is { } bounded && bounded != account))
        {
            return (
                null,
                Invalid(
                    "account must be the id of a client, and the one to which subject_token is bounded where it is."));
        }

        agency.BindTo(agencyId);
        return await db.Accounts.AnyAsync(one => one.Id == account, cancellationToken)
            ? (account, null)
            : (null, Invalid("The agency has no client with the id in account."));
    }

    private static GrantOutcome.Refused Invalid(string description) => new(OAuthError.InvalidRequest(description));
}
