namespace Portal.Pdf.Fonts;

/// <summary>Smallest box around all glyphs of a font, in font units.</summary>
internal readonly record struct FontBox(int Left, int Bottom, int Right, int Top);
