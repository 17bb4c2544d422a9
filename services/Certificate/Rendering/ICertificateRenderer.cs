namespace Portal.Certificates.Rendering;

/// <summary>Makes the document of a certificate.</summary>
internal interface ICertificateRenderer
{
    /// <summary>Renders one certificate. Safe to call from any number of threads at once.</summary>
    /// <returns>A PDF file; equal content gives equal bytes.</returns>
    byte[] Render(CertificateContent content);
}
