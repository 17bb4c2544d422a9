using System.Buffers.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Revocations;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Agencies;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Tokens;

/// <summary>
/// Reads tokens that this server issued, with what only it knows of them: whether they were ended before their time.
/// </summary>
internal sealed class IssuedTokens(TokenValidator validator, IdentityDb db, TimeProvider time)
{
    /// <summary>
    /// The token; null when it is not ours, has expired, it or one that it was exchanged from was revoked, or its
    /// session, delegation or client ended.
    /// </summary>
    /// <exception cref="KeySetUnavailableException">The keys can't be read, so that nothing can be said.</exception>
    public async Task<IssuedToken?> FindActiveAsync(string text, CancellationToken cancellationToken)
    {
        if (await validator.ValidateAsync(text) is var outcome && outcome is not TokenOutcome.Accepted)
        {
            return outcome is TokenOutcome.KeysUnavailable
                ? throw new KeySetUnavailableException("The signing keys were not read yet.", cause: null)
                : null;
        }

        var token = Read(text);

        // The validator bears with clocks that differ; there is only one here.
        return token.ExpiresAt > time.GetUtcNow()
            && !await IsRevokedAsync(token, cancellationToken) && await HasClientAsync(token, cancellationToken)
            ? token
            : null;
    }

    // Of what the validator has accepted the payload alone is left to read.
    private static IssuedToken Read(string text) =>
        new(JsonElement.Parse(Base64Url.DecodeFromChars(text.Split('.')[1])));

    private Task<bool> IsRevokedAsync(IssuedToken token, CancellationToken cancellationToken)
    {
        var (client, issued) = (token.ClientId, token.IssuedAt);
        string[] ids = [token.Id, .. token.Origins];
        var (session, delegation) = (token.Session, token.Delegation);
        return db.Revocations.AnyAsync(
            one => one.At >= issued
                && ((one.Kind == RevocationKind.Token && ids.Contains(one.Key))
                    || (one.Kind == RevocationKind.Client && one.Key == client)
                    || (one.Kind == RevocationKind.Session && one.Key == session)
                    || (one.Kind == RevocationKind.Delegation && one.Key == delegation)),
            cancellationToken);
    }

    private Task<bool> HasClientAsync(IssuedToken token, CancellationToken cancellationToken) => db.Applications
        .IgnoreQueryFilters([AgencyScope.Filter])
        .AnyAsync(one => one.Id == token.ClientId && one.DisabledAt == null, cancellationToken);
}
