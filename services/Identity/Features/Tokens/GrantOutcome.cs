namespace Portal.Identity.Features.Tokens;

/// <summary>What became of a token request by a client that is proved.</summary>
internal abstract record GrantOutcome
{
    private GrantOutcome()
    {
    }

    public sealed record Issued(TokenAnswer Answer) : GrantOutcome;

    public sealed record Refused(OAuthError Error) : GrantOutcome;
}
