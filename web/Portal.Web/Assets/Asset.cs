using System.IO.Compression;
using System.Security.Cryptography;

namespace Portal.Web.Assets;

/// <summary>
/// A file that pages refer to. Its address carries a print of its content, so that it may be kept for a year.
/// </summary>
internal sealed class Asset
{
    private const int PrintLength = 12;

    private readonly Lazy<byte[]> _brotli;
    private readonly Lazy<byte[]> _gzip;

    public Asset(string name, byte[] content)
    {
        var print = Convert.ToHexStringLower(SHA256.HashData(content))[..PrintLength];
        FileName = $"{Path.GetFileNameWithoutExtension(name)}.{print}{Path.GetExtension(name)}";
        ContentType = Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            var other => throw new ArgumentException($"No content type is known for {other}.", nameof(name)),
        };
        Content = content;
        // An agency's accent is named on every page of it and asked for once a year.
        _brotli = new Lazy<byte[]>(
            () => Compressed(content, stream => new BrotliStream(stream, CompressionLevel.SmallestSize)));
        _gzip = new Lazy<byte[]>(
            () => Compressed(content, stream => new GZipStream(stream, CompressionLevel.SmallestSize)));
    }

    public string FileName { get; }

    public string ContentType { get; }

    public byte[] Content { get; }

    public byte[] Brotli => _brotli.Value;

    public byte[] Gzip => _gzip.Value;

    private static byte[] Compressed(byte[] content, Func<Stream, Stream> compress)
    {
        using var output = new MemoryStream();
        using (var stream = compress(output))
        {
            stream.Write(content);
        }

        return output.ToArray();
    }
}
