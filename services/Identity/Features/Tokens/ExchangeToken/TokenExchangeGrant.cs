using Portal.Identity.Domain.Applications;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Tokens.ExchangeToken;

/// <summary>
/// Token exchange (RFC 8693): reads the request and hands it to whoever exchanges that kind of subject.
/// </summary>
internal sealed class TokenExchangeGrant(IEnumerable<ITokenExchange> exchanges)
{
    public const string Name = "urn:ietf:params:oauth:grant-type:token-exchange";

    private static readonly OAuthError InvalidTarget =
        new(
            "invalid_target",
            $"Tokens are for the audience {TokenOptions.Audience} alone; leave audience and resource out.");

    public async Task<GrantOutcome> IssueAsync(Application client, OAuthForm form, CancellationToken cancellationToken)
    {
        if (Validate(form) is { } wrong)
        {
            return new GrantOutcome.Refused(wrong);
        }

        var request = new ExchangeRequest
        {
            SubjectToken = form["subject_token"]!,
            SubjectTokenType = form["subject_token_type"]!,
            ActorToken = form["actor_token"],
            ActorTokenType = form["actor_token_type"],
            Scope = form["scope"],
            Account = form["account"],
        };
        if (exchanges.SingleOrDefault(one => one.SubjectTokenType == request.SubjectTokenType) is not { } exchange)
        {
            return new GrantOutcome.Refused(
                OAuthError.InvalidRequest("Tokens of this subject_token_type are not exchanged here."));
        }

        var outcome = await exchange.ExchangeAsync(client, request, cancellationToken);
        return outcome is GrantOutcome.Issued(var answer)
            ? new GrantOutcome.Issued(answer with { IssuedTokenType = TokenTypes.AccessToken })
            : outcome;
    }

    private static OAuthError? Validate(OAuthForm form)
    {
        if (form["subject_token"] is null || form["subject_token_type"] is null)
        {
            return OAuthError.InvalidRequest("Send subject_token and subject_token_type.");
        }

        if ((form["actor_token"] is null) != (form["actor_token_type"] is null))
        {
            return OAuthError.InvalidRequest("Send actor_token and actor_token_type together or not at all.");
        }

        if (form["requested_token_type"] is not (null or TokenTypes.AccessToken or TokenTypes.Jwt))
        {
            return OAuthError.InvalidRequest("Only access tokens are issued; leave requested_token_type out.");
        }

        return form["resource"] is not null || form["audience"] is not (null or TokenOptions.Audience)
            ? InvalidTarget
            : null;
    }
}
