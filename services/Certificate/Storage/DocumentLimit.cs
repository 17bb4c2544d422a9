using Portal.Certificates.Domain.Certificates;

namespace Portal.Certificates.Storage;

/// <summary>How large a document may be, whatever store it goes to.</summary>
internal static class DocumentLimit
{
    /// <summary>
    /// 16 MB. MongoDB takes at most 16 MiB (16,777,216 bytes) with everything around the bytes, so that this leaves
    /// 777,216 for what a document shows; a certificate of one page has 23 KB.
    /// </summary>
    public const int MostBytes = 16_000_000;

    /// <exception cref="DocumentTooLargeException">One of them is larger.</exception>
    public static void Check(IReadOnlyCollection<Document> documents)
    {
        foreach (var document in documents)
        {
            Check(document.CertificateId, document.Content.Length);
        }
    }

    private static void Check(CertificateId certificate, int bytes)
    {
        if (bytes > MostBytes)
        {
            throw new DocumentTooLargeException(certificate, bytes);
        }
    }
}
