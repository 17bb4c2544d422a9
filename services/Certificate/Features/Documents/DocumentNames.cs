using System.Globalization;

namespace Portal.Certificates.Features.Documents;

/// <summary>File names of certificates, the same for a download and for the mail.</summary>
internal static class DocumentNames
{
    /// <summary>Name for one revision, such as certificate-C4T7K-9QX2M-2.pdf.</summary>
    public static string For(string number, int revision) =>
        string.Create(CultureInfo.InvariantCulture, $"certificate-{number}-{revision}.pdf");
}
