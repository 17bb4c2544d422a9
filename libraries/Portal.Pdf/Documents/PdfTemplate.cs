using System.Globalization;
using System.Security.Cryptography;
using Portal.Pdf.Content;
using Portal.Pdf.Fonts;

namespace Portal.Pdf.Documents;

/// <summary>
/// What many documents have in common: page size, embedded fonts and static parts, written and compressed once.
/// Immutable; any number of threads may make documents from it.
/// </summary>
public sealed class PdfTemplate
{
    private readonly byte[] _start;
    private readonly int[] _offsets;
    private readonly byte[] _startHash;

    /// <param name="size">Size of all pages.</param>
    /// <param name="fonts">Fonts that pages and static parts use.</param>
    /// <param name="parts">Parts that pages draw.</param>
    public PdfTemplate(PageSize size, IReadOnlyList<PdfFont> fonts, IReadOnlyList<StaticPart> parts)
    {
        Size = size;
        using var objects = new ObjectWriter("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n"u8, []);
        FontResources = string.Concat(fonts.Select(font => Reference(font.Resource, FontObjects.Write(objects, font))));
        PartResources = string.Concat(parts.Select(part => Reference(part.Resource, Write(objects, part))));
        _start = objects.Buffer.Written.ToArray();
        _offsets = [.. objects.Offsets];
        _startHash = SHA256.HashData(_start);
    }

    public PageSize Size { get; }

    /// <summary>Entries of the resource dictionaries, by which content finds the fonts.</summary>
    internal string FontResources { get; }

    /// <summary>Entries of the resource dictionaries, by which content finds the static parts.</summary>
    internal string PartResources { get; }

    /// <summary>Bytes of the common objects.</summary>
    internal int StartLength => _start.Length;

    /// <summary>Stands for the common objects in the document's identifier.</summary>
    internal ReadOnlySpan<byte> StartHash => _startHash;

    /// <summary>Begins a document.</summary>
    public PdfDocumentWriter NewDocument() => new(this, new ObjectWriter(_start, _offsets));

    /// <summary>An entry of a resource dictionary.</summary>
    internal static string Reference(string resource, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"/{resource} {number} 0 R");

    private int Write(ObjectWriter objects, StaticPart part)
    {
        var number = objects.Next;
        var box = string.Create(CultureInfo.InvariantCulture, $"{part.Size.Width} {part.Size.Height}");
        objects.Stream(
            $"/Type/XObject/Subtype/Form/BBox[0 0 {box}]/Resources<</Font<<{FontResources}>>>>/Filter/FlateDecode",
            part.Compressed);
        return number;
    }
}
