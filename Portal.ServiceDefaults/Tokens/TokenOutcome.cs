using System.Security.Claims;

namespace Portal.ServiceDefaults.Tokens;

/// <summary>What became of a token that was checked.</summary>
internal abstract record TokenOutcome
{
    private TokenOutcome()
    {
    }

    /// <summary>The token is genuine, for this API, and in its time.</summary>
    public sealed record Accepted(ClaimsIdentity Caller) : TokenOutcome;

    /// <summary>The token is not to be trusted.</summary>
    /// <param name="Reason">Why, in words that are safe to show.</param>
    public sealed record Refused(string Reason) : TokenOutcome;

    /// <summary>The issuer's keys were never read, so that nothing can be said of the token.</summary>
    public sealed record KeysUnavailable : TokenOutcome;
}
