using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Portal.Pdf.Fonts;

/// <summary>Assembles tables to a font file with its directory and checksums.</summary>
internal sealed class FontProgram
{
    private const uint TrueType = 0x00010000;
    private const uint WholeFileSum = 0xB1B0AFBA;

    private readonly SortedDictionary<string, byte[]> _tables = new(StringComparer.Ordinal);

    public void Add(string tag, byte[] table) => _tables.Add(tag, table);

    public byte[] ToArray()
    {
        var file = new BigEndianWriter();
        var log = BitOperations.Log2((uint)_tables.Count);
        file.UInt32(TrueType);
        file.UInt16(_tables.Count);
        file.UInt16(16 << log);
        file.UInt16(log);
        file.UInt16((_tables.Count * 16) - (16 << log));

        var offset = 12 + (_tables.Count * 16);
        var head = 0;
        foreach (var (tag, table) in _tables)
        {
            if (tag == "head")
            {
                head = offset;
            }

            file.Bytes(Encoding.ASCII.GetBytes(tag));
            file.UInt32(Checksum(table));
            file.UInt32((uint)offset);
            file.UInt32((uint)table.Length);
            offset += (table.Length + 3) & ~3;
        }

        foreach (var table in _tables.Values)
        {
            file.Bytes(table);
            file.Pad(4);
        }

        var bytes = file.ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(head + 8), unchecked(WholeFileSum - Checksum(bytes)));
        return bytes;
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (var i = 0; i < bytes.Length; i += 4)
        {
            var word = 0u;
            for (var j = i; j < i + 4; j++)
            {
                word = (word << 8) | (j < bytes.Length ? bytes[j] : 0u);
            }

            sum = unchecked(sum + word);
        }

        return sum;
    }
}
