namespace Portal.Pdf.Content;

/// <summary>An area of a page, in PDF's own coordinates from the left bottom corner, that opens an address.</summary>
internal sealed record LinkArea(double Left, double Bottom, double Right, double Top, Uri Target);
