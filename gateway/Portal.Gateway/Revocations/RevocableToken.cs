using System.Globalization;
using System.Security.Claims;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Gateway.Revocations;

/// <summary>What of a token decides whether it was revoked.</summary>
/// <param name="Marks">Kinds and keys under which it can be.</param>
/// <param name="IssuedAt">
/// Seconds since 1970; 0 where the token does not say, so that any revocation takes it in.
/// </param>
/// <param name="ExpiresAt">Seconds since 1970.</param>
internal sealed record RevocableToken(IReadOnlyList<(string Kind, string Key)> Marks, long IssuedAt, long ExpiresAt)
{
    public static RevocableToken Of(ClaimsPrincipal caller)
    {
        (string Kind, string Claim)[] claims =
        [
            (RevocationKinds.Session, PortalClaims.Session),
            (RevocationKinds.Delegation, PortalClaims.Delegation),
            (RevocationKinds.Client, PortalClaims.ClientId),
            (RevocationKinds.Token, "jti"),
        ];
        var marks = claims.Select(claim => (claim.Kind, Key: caller.FindFirstValue(claim.Claim)))
            .Where(mark => mark.Key is not null).Select(mark => (mark.Kind, mark.Key!));
        var origins = caller.FindFirstValue(PortalClaims.Origins)?.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            ?? [];
        return new RevocableToken(
            [.. marks, .. origins.Select(id => (RevocationKinds.Token, id))],
            SecondsOf(caller, "iat"),
            SecondsOf(caller, "exp"));
    }

    private static long SecondsOf(ClaimsPrincipal caller, string claim) =>
        long.TryParse(caller.FindFirstValue(claim), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : 0;
}
