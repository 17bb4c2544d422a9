using Microsoft.IdentityModel.Tokens;

namespace Portal.ServiceDefaults.Tokens;

/// <summary>Judges the times of a token by the host's clock, which the library does not know.</summary>
internal static class TokenLifetime
{
    /// <summary>As the library judges them: the exceptions are how it tells one failure from the other.</summary>
    public static LifetimeValidator By(TimeProvider time) => (notBefore, expires, _, parameters) =>
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (expires is null || expires <= now - parameters.ClockSkew)
        {
            throw new SecurityTokenExpiredException();
        }

        return notBefore is null || notBefore <= now + parameters.ClockSkew
            ? true
            : throw new SecurityTokenNotYetValidException();
    };
}
