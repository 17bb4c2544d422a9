namespace Portal.Certificates.Rendering;

internal sealed class CertificateRenderer : ICertificateRenderer
{
    public byte[] Render(CertificateContent content) => [];
}
