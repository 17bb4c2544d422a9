using System.Buffers.Text;
using System.Security.Cryptography;

namespace Portal.SystemTests.Running;

/// <summary>A partner's key for private_key_jwt, as JSON Web Keys (RFC 7518, section 6.2).</summary>
internal sealed class ApplicationKeyRequest : IDisposable
{
    private const string Name = "partner-key-1";
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>The half that the portal is told.</summary>
    public IReadOnlyDictionary<string, string> Public
    {
        get
        {
            var point = _key.ExportParameters(includePrivateParameters: false).Q;
            return new Dictionary<string, string>
            {
                ["kty"] = "EC",
                ["crv"] = "P-256",
                ["kid"] = Name,
                ["x"] = Base64Url.EncodeToString(point.X),
                ["y"] = Base64Url.EncodeToString(point.Y),
            };
        }
    }

    /// <summary>Both halves, for the partner's own use.</summary>
    public IReadOnlyDictionary<string, string> Private => new Dictionary<string, string>(Public)
    {
        ["d"] = Base64Url.EncodeToString(_key.ExportParameters(includePrivateParameters: true).D),
    };

    public void Dispose() => _key.Dispose();
}
