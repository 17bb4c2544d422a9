using System.Security.Claims;
using Portal.Gateway.Revocations;

namespace Portal.Gateway.Sessions;

/// <summary>The token of a session or a delegation, and what it says.</summary>
/// <param name="Value">The token as services take it.</param>
/// <param name="Caller">Whom it speaks for.</param>
/// <param name="KeptUntil">When Identity is asked again.</param>
internal sealed record SessionToken(string Value, ClaimsPrincipal Caller, DateTimeOffset KeptUntil)
{
    public RevocableToken Revocable { get; } = RevocableToken.Of(Caller);

    /// <summary>Without the token, which a reader of the log could use.</summary>
    public override string ToString() => $"SessionToken {{ KeptUntil = {KeptUntil:O} }}";
}
