using System.Collections;
using QRCoder;

namespace Portal.Pdf.Content;

/// <summary>A QR code (ISO/IEC 18004) as a square of dark and light modules, without its blank margin.</summary>
public sealed class QrSymbol
{
    private const int QuietZone = 4;

    private readonly List<BitArray> _rows;

    private QrSymbol(List<BitArray> rows)
    {
        _rows = rows;
    }

    /// <summary>Modules a side.</summary>
    public int Size => _rows.Count - (2 * QuietZone);

    /// <summary>Encodes a text with error correction level M (15 % of the symbol may be damaged).</summary>
    /// <exception cref="QRCoder.Exceptions.DataTooLongException">
    /// The text is longer than a QR code can hold.
    /// </exception>
    public static QrSymbol Encode(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        return new QrSymbol(data.ModuleMatrix);
    }

    /// <summary>
    /// One rectangle of the current path for each run of dark modules, one unit a module, y downwards.
    /// </summary>
    internal void WriteTo(PdfBuffer buffer)
    {
        for (var y = 0; y < Size; y++)
        {
            var row = _rows[y + QuietZone];
            for (var x = 0; x < Size; x++)
            {
                var start = x;
                while (x < Size && row[x + QuietZone])
                {
                    x++;
                }

                if (x > start)
                {
                    buffer.Add(start).Add((byte)' ').Add(y).Add((byte)' ').Add(x - start).Add(" 1 re\n"u8);
                }
            }
        }
    }
}
