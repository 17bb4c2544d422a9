using System.Buffers.Binary;

namespace Portal.Pdf.Fonts;

/// <summary>Copies one outline of the glyf table without its hinting instructions.</summary>
internal static class GlyphOutline
{
    // Flags of a composite glyph's parts (ISO/IEC 14496-22, glyf).
    private const int WideArguments = 0x0001;
    private const int Scale = 0x0008;
    private const int MoreParts = 0x0020;
    private const int TwoScales = 0x0040;
    private const int Matrix = 0x0080;
    private const int Instructions = 0x0100;

    private const int HeaderLength = 10;

    /// <param name="outline">The outline as the font has it.</param>
    /// <param name="to">Where the copy goes.</param>
    /// <param name="renumber">New number of a glyph that a composite is made of.</param>
    public static void Write(ReadOnlySpan<byte> outline, Stream to, Func<int, int> renumber)
    {
        if (outline.IsEmpty)
        {
            return;
        }

        var contours = BinaryPrimitives.ReadInt16BigEndian(outline);
        if (contours >= 0)
        {
            WriteSimple(outline, contours, to);
        }
        else
        {
            WriteComposite(outline, to, renumber);
        }
    }

    private static void WriteSimple(ReadOnlySpan<byte> outline, int contours, Stream to)
    {
        var lengthAt = HeaderLength + (contours * 2);
        var instructions = BinaryPrimitives.ReadUInt16BigEndian(outline[lengthAt..]);
        to.Write(outline[..lengthAt]);
        to.Write([0, 0]);
        to.Write(outline[(lengthAt + 2 + instructions)..]);
    }

    private static void WriteComposite(ReadOnlySpan<byte> outline, Stream to, Func<int, int> renumber)
    {
        Span<byte> part = stackalloc byte[16];
        to.Write(outline[..HeaderLength]);
        var at = HeaderLength;
        int flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
            var length = PartLength(flags);
            outline.Slice(at, length).CopyTo(part);
            BinaryPrimitives.WriteUInt16BigEndian(part, (ushort)(flags & ~Instructions));
            var component = BinaryPrimitives.ReadUInt16BigEndian(part[2..]);
            BinaryPrimitives.WriteUInt16BigEndian(part[2..], (ushort)renumber(component));
            to.Write(part[..length]);
            at += length;
        }
        while ((flags & MoreParts) != 0);
    }

    private static int PartLength(int flags)
    {
        var transform = (flags & Matrix) != 0 ? 8 : (flags & TwoScales) != 0 ? 4 : (flags & Scale) != 0 ? 2 : 0;
        return 4 + ((flags & WideArguments) != 0 ? 4 : 2) + transform;
    }
}
