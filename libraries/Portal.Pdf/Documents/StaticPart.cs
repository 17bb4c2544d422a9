using Portal.Pdf.Content;

namespace Portal.Pdf.Documents;

/// <summary>
/// What is the same in every document of a template (frames, labels), drawn and compressed once as a form XObject.
/// </summary>
public sealed class StaticPart
{
    /// <param name="resource">Short name in the documents' content, such as S1; unique within a template.</param>
    /// <param name="size">Size of the pages it is drawn on.</param>
    /// <param name="draw">Draws it. Text may only hold characters of the fonts' main alphabets.</param>
    public StaticPart(string resource, PageSize size, Action<ContentWriter> draw)
    {
        Resource = resource;
        Size = size;
        using var buffer = new PdfBuffer();
        var content = new ContentWriter(buffer, size.Height, fallbacks: null);
        draw(content);
        content.End();
        Compressed = Deflate.Smallest(buffer.Written);
    }

    public string Resource { get; }

    internal PageSize Size { get; }

    internal byte[] Compressed { get; }
}
