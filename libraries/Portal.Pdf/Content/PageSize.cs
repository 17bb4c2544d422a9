namespace Portal.Pdf.Content;

/// <summary>Width and height of a page in points (1/72 inch).</summary>
public readonly record struct PageSize(double Width, double Height)
{
    /// <summary>US Letter, 8.5 by 11 inches, upright.</summary>
    public static readonly PageSize Letter = new(612, 792);
}
