using System.Security.Cryptography;
using System.Text;

namespace Portal.Policies.Features.Imports.StartImport;

/// <summary>The files of an import as they were sent, by field name, and how it is to run.</summary>
internal sealed class ImportUpload(bool dryRun) : IAsyncDisposable
{
    /// <summary>Most that the files of one import may have together: 64 MB.</summary>
    public const long MostBytes = 64 * 1024 * 1024;

    private readonly Dictionary<string, UploadedFile> _files = new(StringComparer.Ordinal);

    public bool DryRun => dryRun;

    public IReadOnlyDictionary<string, UploadedFile> Files => _files;

    /// <summary>Whether the files together have more bytes than an import may.</summary>
    public bool IsTooLarge => _files.Values.Sum(file => file.Length) > MostBytes;

    /// <summary>A new, empty file; null where the field has one already.</summary>
    public UploadedFile? Add(string field)
    {
        if (_files.ContainsKey(field))
        {
            return null;
        }

        return _files[field] = new UploadedFile();
    }

    /// <summary>Equal for uploads of the same files.</summary>
    public async Task<byte[]> FingerprintAsync(CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, file) in _files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name} {file.Length} {DryRun}\n"));
            hash.AppendData(await file.HashAsync(cancellationToken));
        }

        return hash.GetHashAndReset();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var file in _files.Values)
        {
            await file.DisposeAsync();
        }
    }
}
