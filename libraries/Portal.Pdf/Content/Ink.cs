namespace Portal.Pdf.Content;

/// <summary>A colour on screen and paper (DeviceRGB).</summary>
public readonly record struct Ink(byte Red, byte Green, byte Blue)
{
    public static readonly Ink Black;
    public static readonly Ink White = new(255, 255, 255);
}
