using System.Globalization;
using System.Security.Cryptography;
using Portal.Pdf.Content;

namespace Portal.Pdf.Documents;

/// <summary>Writes one document of a template: pages first, then <see cref="Finish"/>. Not thread safe.</summary>
public sealed class PdfDocumentWriter : IDisposable
{
    private const string NumberFormat = "D10";

    private readonly PdfTemplate _template;
    private readonly ObjectWriter _objects;
    private readonly FallbackFonts _fallbacks = new();
    private readonly List<(ContentWriter Content, PdfBuffer Buffer)> _pages = [];

    internal PdfDocumentWriter(PdfTemplate template, ObjectWriter objects)
    {
        _template = template;
        _objects = objects;
    }

    /// <summary>
    /// Adds a page behind those that are there. Pages may be drawn on in any order until the document is finished.
    /// </summary>
    public ContentWriter AddPage()
    {
        var buffer = new PdfBuffer();
        var content = new ContentWriter(buffer, _template.Size.Height, _fallbacks);
        _pages.Add((content, buffer));
        return content;
    }

    /// <summary>Writes what is left and answers the whole file. Equal pages and information give equal bytes.</summary>
    public byte[] Finish(DocumentInformation information)
    {
        var contents = _objects.Next;
        foreach (var (content, page) in _pages)
        {
            content.End();
            _objects.Stream("/Filter/FlateDecode", Deflate.Fast(page.Written));
        }

        var resources = WriteResources();
        var tree = _objects.Next;
        WriteTree(tree, contents, resources);
        var metadata = _objects.Next;
        _objects.Stream("/Type/Metadata/Subtype/XML", XmpPacket.Write(information));
        var catalog = _objects.Next;
        _objects.Begin().Add("<</Type/Catalog/Pages "u8).Add(tree).Add(" 0 R/Metadata "u8).Add(metadata)
            .Add(" 0 R/ViewerPreferences<</DisplayDocTitle true>>/Lang"u8).AddText(information.Language).Add(">>"u8);
        _objects.End();
        WriteInformation(information);
        WriteTrailer(catalog, catalog + 1);
        return _objects.Buffer.Written.ToArray();
    }

    public void Dispose()
    {
        _objects.Dispose();
        foreach (var (_, buffer) in _pages)
        {
            buffer.Dispose();
        }
    }

    private int WriteResources()
    {
        var fonts = _template.FontResources;
        foreach (var fallback in _fallbacks.All)
        {
            fonts += PdfTemplate.Reference(fallback.Resource, FontObjects.Write(_objects, fallback));
        }

        var number = _objects.Next;
        _objects.Begin().Add("<</Font<<"u8).Add(fonts).Add(">>/XObject<<"u8).Add(_template.PartResources).Add(">>>>"u8);
        _objects.End();
        return number;
    }

    private void WriteTree(int tree, int contents, int resources)
    {
        var buffer = _objects.Begin().Add("<</Type/Pages/MediaBox[0 0 "u8).Add(_template.Size.Width).Add((byte)' ')
            .Add(_template.Size.Height)
            .Add("]/Resources "u8).Add(resources).Add(" 0 R/Count "u8).Add(_pages.Count).Add("/Kids["u8);
        for (var i = 0; i < _pages.Count; i++)
        {
            buffer.Add(tree + 1 + i).Add(" 0 R "u8);
        }

        buffer.Add("]>>"u8);
        _objects.End();
        for (var i = 0; i < _pages.Count; i++)
        {
            _objects.Begin().Add("<</Type/Page/Parent "u8).Add(tree).Add(" 0 R/Contents "u8).Add(contents + i)
                .Add(" 0 R"u8);
            WriteLinks(_pages[i].Content.Links);
            buffer.Add(">>"u8);
            _objects.End();
        }
    }

    private void WriteLinks(IReadOnlyList<LinkArea> links)
    {
        if (links.Count == 0)
        {
            return;
        }

        var buffer = _objects.Buffer.Add("/Annots["u8);
        foreach (var link in links)
        {
            buffer.Add("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect["u8).Add(link.Left).Add((byte)' ')
                .Add(link.Bottom)
                .Add((byte)' ').Add(link.Right).Add((byte)' ').Add(link.Top)
                .Add("]/A<</S/URI/URI"u8).AddText(link.Target.AbsoluteUri).Add(">>>>"u8);
        }

        buffer.Add("]"u8);
    }

    private void WriteInformation(DocumentInformation information)
    {
        var date = information.CreatedAt.UtcDateTime.ToString("'(D:'yyyyMMddHHmmss'Z)'", CultureInfo.InvariantCulture);
        _objects.Begin().Add("<</Title"u8).AddText(information.Title).Add("/Author"u8).AddText(information.Author)
            .Add("/Subject"u8).AddText(information.Subject).Add("/Producer"u8).AddText(information.Producer)
            .Add("/CreationDate"u8).Add(date).Add("/ModDate"u8).Add(date).Add(">>"u8);
        _objects.End();
    }

    /// <summary>
    /// The identifier is taken from the content, never from a clock, so that equal documents stay equal.
    /// </summary>
    private void WriteTrailer(int catalog, int information)
    {
        var buffer = _objects.Buffer;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(_template.StartHash);
        hash.AppendData(buffer.Written[_template.StartLength..]);
        Span<byte> identifier = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(identifier);
        var hexadecimal = Convert.ToHexString(identifier[..16]);

        var start = buffer.Length;
        buffer.Add("xref\n0 "u8).Add(_objects.Next).Add("\n0000000000 65535 f \n"u8);
        Span<byte> number = stackalloc byte[10];
        foreach (var offset in _objects.Offsets)
        {
            offset.TryFormat(number, out _, NumberFormat, CultureInfo.InvariantCulture);
            buffer.Add(number).Add(" 00000 n \n"u8);
        }

        buffer.Add("trailer\n<</Size "u8).Add(_objects.Next).Add("/Root "u8).Add(catalog).Add(" 0 R/Info "u8)
            .Add(information)
            .Add(" 0 R/ID[<"u8).Add(hexadecimal).Add("><"u8).Add(hexadecimal).Add(">]>>\nstartxref\n"u8).Add(start)
                .Add("\n%%EOF\n"u8);
    }
}
