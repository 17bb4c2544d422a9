using Portal.Pdf.Fonts;

namespace Portal.Pdf.Content;

/// <summary>The fallback fonts of one document, made when a character first asks for one.</summary>
internal sealed class FallbackFonts
{
    private readonly List<FallbackFont> _fonts = [];

    public IReadOnlyList<FallbackFont> All => _fonts;

    public FallbackFont For(PdfFont font)
    {
        foreach (var existing in _fonts)
        {
            if (existing.Font == font)
            {
                return existing;
            }
        }

        var added = new FallbackFont(font);
        _fonts.Add(added);
        return added;
    }
}
