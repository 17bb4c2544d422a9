namespace Portal.Certificates.Domain.Codes;

/// <summary>Number that a share's certificates carry through all their revisions, such as C4T7K-9QX2M.</summary>
internal static class CertificateNumber
{
    /// <summary>A new number of 45 random bits; the unique index turns away the rare second of its kind.</summary>
    public static string New() => $"C{Base32.Random(4)}-{Base32.Random(5)}";
}
