using System.IO.Compression;

namespace Portal.Pdf.Documents;

/// <summary>FlateDecode's other direction.</summary>
internal static class Deflate
{
    public static byte[] Smallest(ReadOnlySpan<byte> data) => Compress(data, CompressionLevel.SmallestSize);

    public static byte[] Fast(ReadOnlySpan<byte> data) => Compress(data, CompressionLevel.Fastest);

    private static byte[] Compress(ReadOnlySpan<byte> data, CompressionLevel level)
    {
        using var target = new MemoryStream((data.Length / 2) + 64);
        using (var zlib = new ZLibStream(target, level, leaveOpen: true))
        {
            zlib.Write(data);
        }

        return target.ToArray();
    }
}
