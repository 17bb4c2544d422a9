using System.Globalization;
using Portal.Pdf.Content;
using Portal.Pdf.Fonts;

namespace Portal.Pdf.Documents;

/// <summary>Font dictionaries (ISO 32000-1, 9.6 to 9.10).</summary>
internal static class FontObjects
{
    private const int Nonsymbolic = 32;
    private const int Symbolic = 4;

    /// <summary>
    /// The main alphabet: a simple TrueType font in WinAnsiEncoding. Answers the font's object number.
    /// </summary>
    public static int Write(ObjectWriter objects, PdfFont font)
    {
        var number = objects.Next;
        var first = 0;
        while (font.Widths[first] == 0)
        {
            first++;
        }

        var last = 255;
        while (font.Widths[last] == 0)
        {
            last--;
        }

        var buffer = objects.Begin().Add("<</Type/Font/Subtype/TrueType/BaseFont"u8);
        AddName(buffer, font.Tag, font).Add("/Encoding/WinAnsiEncoding/FirstChar "u8).Add(first).Add("/LastChar "u8)
            .Add(last).Add("/Widths["u8);
        for (var code = first; code <= last; code++)
        {
            buffer.Add(font.Widths[code]).Add((byte)(code == last ? ']' : ' '));
        }

        buffer.Add("/FontDescriptor "u8).Add(number + 1).Add(" 0 R>>"u8);
        objects.End();
        WriteDescriptor(objects, font, font.Tag, Nonsymbolic);
        WriteProgram(objects, font.Program, Deflate.Smallest(font.Program));
        return number;
    }

    /// <summary>
    /// Characters beyond it: a composite font whose codes are the glyph numbers. Answers the font's object number.
    /// </summary>
    public static int Write(ObjectWriter objects, FallbackFont fallback)
    {
        var number = objects.Next;
        var program = fallback.ToProgram();
        var tag = SubsetTag.Of(program);
        var buffer = objects.Begin().Add("<</Type/Font/Subtype/Type0/BaseFont"u8);
        AddName(buffer, tag, fallback.Font).Add("/Encoding/Identity-H/DescendantFonts["u8).Add(number + 1);
        buffer.Add(" 0 R]/ToUnicode "u8).Add(number + 2).Add(" 0 R>>"u8);
        objects.End();

        buffer = objects.Begin().Add("<</Type/Font/Subtype/CIDFontType2/BaseFont"u8);
        AddName(buffer, tag, fallback.Font)
            .Add("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/W[1["u8);
        foreach (var (_, width) in fallback.Characters)
        {
            buffer.Add(width).Add((byte)' ');
        }

        buffer.Add("]]/FontDescriptor "u8).Add(number + 3).Add(" 0 R>>"u8);
        objects.End();
        objects.Stream("/Filter/FlateDecode", Deflate.Fast(ToUnicodeMap.Write(fallback)));
        WriteDescriptor(objects, fallback.Font, tag, Symbolic);
        WriteProgram(objects, program, Deflate.Fast(program));
        return number;
    }

    private static void WriteDescriptor(ObjectWriter objects, PdfFont font, string tag, int flags)
    {
        var face = font.Face;
        var box = face.Box;
        var buffer = objects.Begin().Add("<</Type/FontDescriptor/FontName"u8);
        AddName(buffer, tag, font).Add(string.Create(
            CultureInfo.InvariantCulture,
            $"/Flags {flags}/FontBBox[{font.ToThousandths(box.Left)} {font.ToThousandths(box.Bottom)} "
            + $"{font.ToThousandths(box.Right)} {font.ToThousandths(box.Top)}]"));
        buffer.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"/ItalicAngle 0/Ascent {font.ToThousandths(face.Ascent)}/Descent "
            + $"{font.ToThousandths(face.Descent)}/CapHeight {font.ToThousandths(face.CapHeight)}/StemV "
            + $"{StemWidth(face.Weight)}/FontFile2 {objects.Next} 0 R>>"));
        objects.End();
    }

    private static void WriteProgram(ObjectWriter objects, byte[] program, byte[] compressed) => objects.Stream(
        string.Create(CultureInfo.InvariantCulture, $"/Filter/FlateDecode/Length1 {program.Length}"),
        compressed);

    /// <summary>
    /// TrueType fonts don't say how wide their stems are; viewers use this only to imitate a font they can't load.
    /// </summary>
    private static int StemWidth(int weight) => 10 + (220 * (weight - 50) / 900);

    private static PdfBuffer AddName(PdfBuffer buffer, string tag, PdfFont font) =>
        buffer.Add((byte)'/').Add(tag).Add((byte)'+').Add(font.Name);
}
