using Microsoft.Extensions.Options;
using Portal.Identity.Domain.Applications;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Tokens.AuthenticateClient;

/// <summary>private_key_jwt: what an assertion must say (RFC 7523, section 3), and that it says so once.</summary>
internal sealed class AssertionValidator(UsedAssertions used, IOptions<TokenOptions> options, TimeProvider time)
{
    /// <summary>How far ahead an assertion may expire, the clocks' difference left aside.</summary>
    public static readonly TimeSpan MaxLifetime = TimeSpan.FromMinutes(5);

    private const int MaxIdLength = 255;

    /// <summary>
    /// Checks an assertion of this client and takes it. Who has not signed it learns nothing; who has is told what is
    /// wrong.
    /// </summary>
    public async Task<(ApplicationKey? Key, OAuthError? Error)> CheckAsync(
        ClientAssertion assertion, Application? client, CancellationToken cancellationToken)
    {
        var key = client is { Authentication: ApplicationAuthentication.PrivateKeyJwt }
            ? client.Keys.SingleOrDefault(one => one.Kid == assertion.KeyId)
            : null;
        if (!assertion.IsSignedBy(key))
        {
            return (null, OAuthError.InvalidClient);
        }

        if (Validate(assertion) is { } wrong)
        {
            return (null, OAuthError.InvalidAssertion(wrong));
        }

        var until = assertion.ExpiresAt!.Value + TokenValidator.Skew;
        return await used.TryTakeAsync(assertion.Subject, assertion.Id!, until, cancellationToken)
            ? (key, null)
            : (
                null,
                OAuthError.InvalidAssertion(
                    "This client_assertion was used before; sign one with a new jti for each request."));
    }

    private string? Validate(ClientAssertion assertion)
    {
        var now = time.GetUtcNow();
        var issuer = options.Value.Issuer;
        if (assertion.Issuer != assertion.Subject)
        {
            return "iss and sub of the client_assertion must both be the client_id.";
        }

        if (!assertion.IsFor(issuer, issuer + OAuthPaths.Token))
        {
            return "aud of the client_assertion must be this server's issuer, or its token endpoint, and nothing else.";
        }

        if (assertion.ExpiresAt is not { } expires || expires <= now - TokenValidator.Skew)
        {
            return "The client_assertion has expired, or has no exp.";
        }

        if (expires > now + MaxLifetime + TokenValidator.Skew)
        {
            return "exp of the client_assertion must be at most 5 minutes ahead.";
        }

        if (assertion.IsLater("nbf", now + TokenValidator.Skew) || assertion.IsLater("iat", now + TokenValidator.Skew))
        {
            return "The client_assertion is not valid yet; check the clock.";
        }

        return assertion.Id is { Length: > 0 and <= MaxIdLength } id && !id.Contains('\0', StringComparison.Ordinal)
            ? null
            : "The client_assertion needs a jti of at most 255 characters.";
    }
}
