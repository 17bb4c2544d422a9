using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Keys;

/// <summary>How long access tokens are good for.</summary>
internal static class AccessTokenLifetime
{
    /// <summary>How long a token is good for at most.</summary>
    public static readonly TimeSpan Max = TimeSpan.FromMinutes(15);

    /// <summary>
    /// How long after its revocation a token could still be accepted: its life, and what the clocks of who issued it
    /// and of who reads it may differ from that of who revokes it.
    /// </summary>
    public static readonly TimeSpan Reach = Max + TokenValidator.Skew + TokenValidator.Skew;
}
