using Portal.Identity.Domain.Applications;

namespace Portal.Identity.Features.Tokens.ExchangeToken;

/// <summary>
/// Gives a token for one kind of subject. Each kind has its own; whether the client may use it is decided there.
/// </summary>
internal interface ITokenExchange
{
    /// <summary>The subject_token_type that is exchanged here.</summary>
    string SubjectTokenType { get; }

    Task<GrantOutcome> ExchangeAsync(Application client, ExchangeRequest request, CancellationToken cancellationToken);
}
