namespace Portal.Testing.Pdf;

/// <summary>What pdffonts says of a font.</summary>
public sealed record PdfFontFact(string Name, bool IsEmbedded, bool IsSubset);
