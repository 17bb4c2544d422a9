namespace Portal.Certificates.Domain;

/// <summary>
/// Code in the verification link of one certificate. 130 random bits, so that strangers can't harvest certificates
/// by trying.
/// </summary>
internal static class VerificationCode
{
    /// <summary>Characters of a code.</summary>
    public const int Length = 26;

    /// <summary>A new code.</summary>
    public static string New() => Base32.Random(Length);
}
