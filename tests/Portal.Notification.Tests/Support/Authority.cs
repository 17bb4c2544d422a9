using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Portal.Notification.Tests.Support;

/// <summary>A certificate authority that exists for one test.</summary>
internal sealed class Authority : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _certificate;

    public Authority()
    {
        var request = new CertificateRequest("CN=Authority of a test", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        _certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File = Path.Combine(Path.GetTempPath(), $"authority-{Guid.NewGuid():N}.pem");
        System.IO.File.WriteAllText(File, _certificate.ExportCertificatePem());
    }

    /// <summary>PEM file with the authority's certificate.</summary>
    public string File { get; }

    /// <summary>A server certificate for a host name.</summary>
    public X509Certificate2 Issue(string host, bool expired = false)
    {
        using var ownKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", ownKey, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        var serial = RandomNumberGenerator.GetBytes(8);
        var end = expired ? DateTimeOffset.UtcNow.AddMinutes(-1) : _certificate.NotAfter;
        using var issued = request.Create(_certificate, _certificate.NotBefore, end, serial);
        using var own = issued.CopyWithPrivateKey(ownKey);
        return X509CertificateLoader.LoadPkcs12(own.Export(X509ContentType.Pkcs12), null);
    }

    public void Dispose()
    {
        System.IO.File.Delete(File);
        _certificate.Dispose();
        _key.Dispose();
    }
}
