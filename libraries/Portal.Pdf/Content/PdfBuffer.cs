using System.Buffers;
using System.Text;

namespace Portal.Pdf.Content;

/// <summary>Growing bytes in PDF syntax, on rented memory.</summary>
internal sealed class PdfBuffer : IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(16 * 1024);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public PdfBuffer Add(ReadOnlySpan<byte> value)
    {
        value.CopyTo(Reserve(value.Length));
        Length += value.Length;
        return this;
    }

    public PdfBuffer Add(byte value)
    {
        Reserve(1)[0] = value;
        Length++;
        return this;
    }

    public PdfBuffer Add(string ascii)
    {
        Length += Encoding.ASCII.GetBytes(ascii, Reserve(ascii.Length));
        return this;
    }

    public PdfBuffer Add(int value)
    {
        value.TryFormat(Reserve(11), out var written, provider: null);
        Length += written;
        return this;
    }

    /// <summary>A number with up to two decimals: a hundredth of a point is finer than any printer.</summary>
    public PdfBuffer Add(double value)
    {
        var hundredths = (long)Math.Round(value * 100);
        var target = Reserve(24);
        var at = 0;
        if (hundredths < 0)
        {
            target[at++] = (byte)'-';
            hundredths = -hundredths;
        }

        (hundredths / 100).TryFormat(target[at..], out var whole, provider: null);
        at += whole;
        var rest = (int)(hundredths % 100);
        if (rest > 0)
        {
            target[at++] = (byte)'.';
            target[at++] = (byte)('0' + (rest / 10));
            if (rest % 10 > 0)
            {
                target[at++] = (byte)('0' + (rest % 10));
            }
        }

        Length += at;
        return this;
    }

    /// <summary>Four hexadecimal digits.</summary>
    public PdfBuffer AddHex(int value)
    {
        value.TryFormat(Reserve(4), out _, "X4", provider: null);
        Length += 4;
        return this;
    }

    public void Clear() => Length = 0;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        Length = 0;
    }

    private Span<byte> Reserve(int count)
    {
        if (Length + count > _bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, Length + count));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }

        return _bytes.AsSpan(Length);
    }
}
