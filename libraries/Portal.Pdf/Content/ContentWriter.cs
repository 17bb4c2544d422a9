using Portal.Pdf.Documents;
using Portal.Pdf.Fonts;

namespace Portal.Pdf.Content;

/// <summary>
/// Draws on one page, or into a <see cref="StaticPart"/>. Lengths are points; x grows to the right from the left
/// edge, y downwards from the top edge; the y of a text is its baseline. Not thread safe.
/// </summary>
public sealed class ContentWriter
{
    private readonly PdfBuffer _buffer;
    private readonly FallbackFonts? _fallbacks;
    private readonly double _height;
    private readonly List<LinkArea> _links = [];
    private bool _inText;
    private string? _font;
    private double _fontSize;
    private Ink _fill = Ink.Black;
    private Ink _stroke = Ink.Black;
    private double _lineWidth = 1;

    internal ContentWriter(PdfBuffer buffer, double height, FallbackFonts? fallbacks)
    {
        _buffer = buffer;
        _height = height;
        _fallbacks = fallbacks;
    }

    /// <summary>Areas of the page that open an address when clicked.</summary>
    internal IReadOnlyList<LinkArea> Links => _links;

    /// <summary>
    /// Draws one line of text that begins at x. Whatever the text holds, nothing of it is left out silently.
    /// </summary>
    public void Text(PdfFont face, double size, double x, double y, ReadOnlySpan<char> text, Ink ink = default)
    {
        if (text.IsEmpty)
        {
            return;
        }

        EnterText();
        Fill(ink);
        Select(face.Resource, size);
        _buffer.Add("1 0 0 1 "u8).Add(x).Add((byte)' ').Add(_height - y).Add(" Tm"u8);
        while (!text.IsEmpty)
        {
            if (face.CodeOf(text[0]) != 0)
            {
                Show(face, ref text);
            }
            else
            {
                ShowFallback(face, ref text);
                Select(face.Resource, size);
            }
        }

        _buffer.Add((byte)'\n');
    }

    /// <summary>Draws one line of text that ends at x.</summary>
    public void TextRight(PdfFont face, double size, double x, double y, ReadOnlySpan<char> text, Ink ink = default) =>
        Text(face, size, x - face.Measure(text, size), y, text, ink);

    /// <summary>Draws one line of text with its middle at x.</summary>
    public void TextCentered(
        PdfFont face, double size, double x, double y, ReadOnlySpan<char> text, Ink ink = default) =>
        Text(face, size, x - (face.Measure(text, size) / 2), y, text, ink);

    /// <summary>Draws a line of the given thickness.</summary>
    public void Line(double x1, double y1, double x2, double y2, double width, Ink ink = default)
    {
        LeaveText();
        Stroke(width, ink);
        Point(x1, y1).Add(" m "u8);
        Point(x2, y2).Add(" l S\n"u8);
    }

    /// <summary>Draws the outline of a rectangle whose left top corner is at x and y.</summary>
    public void Rectangle(double x, double y, double width, double height, double lineWidth, Ink ink = default)
    {
        LeaveText();
        Stroke(lineWidth, ink);
        Area(x, y, width, height).Add("S\n"u8);
    }

    /// <summary>Fills a rectangle whose left top corner is at x and y.</summary>
    public void FillRectangle(double x, double y, double width, double height, Ink ink)
    {
        LeaveText();
        Fill(ink);
        Area(x, y, width, height).Add("f\n"u8);
    }

    /// <summary>
    /// Draws a QR code as rectangles. The standard asks for a blank margin of four modules around it.
    /// </summary>
    public void Qr(QrSymbol symbol, double x, double y, double side)
    {
        LeaveText();
        Fill(Ink.Black);
        var module = Math.Floor(side * 100 / symbol.Size) / 100;
        _buffer.Add("q "u8).Add(module).Add(" 0 0 -"u8).Add(module).Add((byte)' ');
        Point(x, y).Add(" cm\n"u8);
        symbol.WriteTo(_buffer);
        _buffer.Add("f Q\n"u8);
    }

    /// <summary>Draws what was prepared once for all documents of a template.</summary>
    public void Draw(StaticPart part)
    {
        LeaveText();
        _buffer.Add((byte)'/').Add(part.Resource).Add(" Do\n"u8);
    }

    /// <summary>Makes an area open an address when clicked.</summary>
    public void Link(double x, double y, double width, double height, Uri target) =>
        _links.Add(new LinkArea(x, _height - y - height, x + width, _height - y, target));

    internal void End() => LeaveText();

    private void Show(PdfFont face, ref ReadOnlySpan<char> text)
    {
        _buffer.Add((byte)'(');
        while (!text.IsEmpty && face.CodeOf(text[0]) is not 0 and var code)
        {
            _buffer.AddEscaped(code);
            text = text[1..];
        }

        _buffer.Add(")Tj"u8);
    }

    private void ShowFallback(PdfFont face, ref ReadOnlySpan<char> text)
    {
        var open = false;
        while (!text.IsEmpty && face.CodeOf(text[0]) == 0)
        {
            if (!DrawnCharacters.TryTake(ref text, out var character))
            {
                continue;
            }

            if (!open)
            {
                var fallback = Fallback(face);
                Select(fallback.Resource, _fontSize);
                _buffer.Add((byte)'<');
                open = true;
            }

            _buffer.AddHex(Fallback(face).NumberOf(character));
        }

        if (open)
        {
            _buffer.Add(">Tj"u8);
        }
    }

    private FallbackFont Fallback(PdfFont face) => _fallbacks?.For(face)
        ?? throw new InvalidOperationException("A static part may only hold characters of its fonts' main alphabets.");

    private void Select(string resource, double size)
    {
        if (!ReferenceEquals(_font, resource) && _font != resource || _fontSize != size)
        {
            _buffer.Add((byte)'/').Add(resource).Add((byte)' ').Add(size).Add(" Tf "u8);
            _font = resource;
            _fontSize = size;
        }
    }

    private void EnterText()
    {
        if (!_inText)
        {
            _buffer.Add("BT\n"u8);
            _inText = true;
        }
    }

    private void LeaveText()
    {
        if (_inText)
        {
            _buffer.Add("ET\n"u8);
            _inText = false;
        }
    }

    private void Fill(Ink ink)
    {
        if (_fill != ink)
        {
            Color(ink).Add(ink.Red == ink.Green && ink.Green == ink.Blue ? "g "u8 : "rg "u8);
            _fill = ink;
        }
    }

    private void Stroke(double width, Ink ink)
    {
        if (_lineWidth != width)
        {
            _buffer.Add(width).Add(" w "u8);
            _lineWidth = width;
        }

        if (_stroke != ink)
        {
            Color(ink).Add(ink.Red == ink.Green && ink.Green == ink.Blue ? "G "u8 : "RG "u8);
            _stroke = ink;
        }
    }

    private PdfBuffer Color(Ink ink)
    {
        _buffer.Add(ink.Red / 255.0).Add((byte)' ');
        return ink.Red == ink.Green && ink.Green == ink.Blue
            ? _buffer
            : _buffer.Add(ink.Green / 255.0).Add((byte)' ').Add(ink.Blue / 255.0).Add((byte)' ');
    }

    private PdfBuffer Point(double x, double y) => _buffer.Add(x).Add((byte)' ').Add(_height - y);

    private PdfBuffer Area(double x, double y, double width, double areaHeight) =>
        Point(x, y + areaHeight).Add((byte)' ').Add(width).Add((byte)' ').Add(areaHeight).Add(" re "u8);
}
