using System.Security.Cryptography;
using System.Text;

namespace Portal.Policies.Features.StartImport;

/// <summary>The files of an import as they were sent, by field name, and how it is to run.</summary>
internal sealed record ImportUpload(IReadOnlyDictionary<string, byte[]> Files, bool DryRun)
{
    /// <summary>Most that the files of one import may have together: 64 MB.</summary>
    public const long MostBytes = 64 * 1024 * 1024;

    /// <summary>Equal for uploads of the same files.</summary>
    public byte[] Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, content) in Files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name} {content.Length} {DryRun}\n"));
            hash.AppendData(SHA256.HashData(content));
        }

        return hash.GetHashAndReset();
    }
}
