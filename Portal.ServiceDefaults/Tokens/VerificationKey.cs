using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Portal.ServiceDefaults.Tokens;

/// <summary>A public key that checks signatures from any number of threads.</summary>
internal sealed class VerificationKey(ECParameters parameters)
{
    public const int SignatureBytes = 64;

    // An ECDsa object promises nothing to two threads at once, so each check borrows one.
    private readonly ConcurrentBag<ECDsa> _idle = [];

    public bool Verify(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature)
    {
        if (!_idle.TryTake(out var key))
        {
            key = ECDsa.Create(parameters);
        }

        var genuine = key.VerifyData(signed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        _idle.Add(key);
        return genuine;
    }
}
