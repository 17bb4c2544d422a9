namespace Portal.Certificates.Rendering.Layout;

/// <summary>Room for a field's text in points from the page's top left corner.</summary>
internal readonly record struct Area(double Left, double Top, double Width, double Height);
