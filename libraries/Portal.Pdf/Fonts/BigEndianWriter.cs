using System.Buffers;
using System.Buffers.Binary;

namespace Portal.Pdf.Fonts;

/// <summary>Writes numbers the way font tables hold them, most significant byte first.</summary>
internal sealed class BigEndianWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new();

    public void UInt16(int value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(_buffer.GetSpan(2), unchecked((ushort)value));
        _buffer.Advance(2);
    }

    public void UInt32(uint value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(_buffer.GetSpan(4), value);
        _buffer.Advance(4);
    }

    public void Bytes(ReadOnlySpan<byte> bytes) => _buffer.Write(bytes);

    public void Pad(int multiple)
    {
        while (_buffer.WrittenCount % multiple != 0)
        {
            Bytes([0]);
        }
    }

    public byte[] ToArray() => _buffer.WrittenSpan.ToArray();
}
