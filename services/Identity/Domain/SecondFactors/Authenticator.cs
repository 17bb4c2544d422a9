using Portal.Identity.Domain.Agencies;

namespace Portal.Identity.Domain.SecondFactors;

/// <summary>What an authenticator app is given.</summary>
internal static class Authenticator
{
    private const string Issuer = "Portal";

    /// <summary>
    /// Address that an app reads, mostly as a QR code: otpauth://totp/ with label, secret and issuer; the rest is what
    /// apps take for granted.
    /// </summary>
    public static string Uri(Agency agency, StaffMember member, byte[] secret)
    {
        var issuer = System.Uri.EscapeDataString($"{agency.Details.Name} {Issuer}");
        return $"otpauth://totp/{issuer}:{System.Uri.EscapeDataString(member.Email)}?secret={Base32.Encode(secret)}&issuer={issuer}"
            + $"&algorithm=SHA1&digits={Totp.Digits}&period=30";
    }
}
