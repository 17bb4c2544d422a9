using System.Buffers;
using System.Buffers.Binary;

namespace Portal.Pdf.Fonts;

/// <summary>Writes numbers the way font tables hold them, most significant byte first.</summary>
internal sealed class BigEndianWriter
{
    private readonly ArrayBufferWriter<byte> buffer = new();

    public void UInt16(int value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(buffer.GetSpan(2), unchecked((ushort)value));
        buffer.Advance(2);
    }

    public void UInt32(uint value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(buffer.GetSpan(4), value);
        buffer.Advance(4);
    }

    public void Bytes(ReadOnlySpan<byte> bytes) => buffer.Write(bytes);

    public void Pad(int multiple)
    {
        while (buffer.WrittenCount % multiple != 0)
        {
            Bytes([0]);
        }
    }

    public byte[] ToArray() => buffer.WrittenSpan.ToArray();
}
