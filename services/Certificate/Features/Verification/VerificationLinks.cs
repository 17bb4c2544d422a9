using Microsoft.Extensions.Options;

namespace Portal.Certificates.Features.Verification;

/// <summary>Makes the public links under which certificates are verified.</summary>
internal sealed class VerificationLinks(IOptions<VerificationOptions> options)
{
    private readonly string _root = options.Value.PublicUrl.TrimEnd('/');

    /// <summary>Link for a verification code.</summary>
    public string For(string code) => $"{_root}/verify/{code}";
}
