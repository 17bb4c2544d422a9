using System.Security.Cryptography;

namespace Portal.Policies.Features.Imports.StartImport;

/// <summary>
/// A file that was uploaded, on the disk and not in memory: it goes on into the database as it came. It is gone when it
/// is closed, and with the process.
/// </summary>
internal sealed class UploadedFile : IAsyncDisposable
{
    private readonly FileStream _stream = new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), OwnersAlone());

    public long Length => _stream.Length;

    public ValueTask AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        _stream.WriteAsync(bytes, cancellationToken);

    /// <summary>Its bytes, from the first on.</summary>
    public Stream FromStart()
    {
        _stream.Position = 0;
        return _stream;
    }

    /// <summary>SHA-256 of its bytes.</summary>
    public async Task<byte[]> HashAsync(CancellationToken cancellationToken) =>
        await SHA256.HashDataAsync(FromStart(), cancellationToken);

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private static FileStreamOptions OwnersAlone()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
