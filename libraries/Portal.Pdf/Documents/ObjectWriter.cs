using Portal.Pdf.Content;

namespace Portal.Pdf.Documents;

/// <summary>Writes the numbered objects of a file one after another and remembers where each begins.</summary>
internal sealed class ObjectWriter : IDisposable
{
    private readonly List<int> _offsets;

    public ObjectWriter(ReadOnlySpan<byte> start, IEnumerable<int> offsets)
    {
        Buffer.Add(start);
        _offsets = [.. offsets];
    }

    public PdfBuffer Buffer { get; } = new();

    public IReadOnlyList<int> Offsets => _offsets;

    /// <summary>Number that the next object will get.</summary>
    public int Next => _offsets.Count + 1;

    /// <summary>Begins an object; the caller writes its value and ends it.</summary>
    public PdfBuffer Begin()
    {
        _offsets.Add(Buffer.Length);
        return Buffer.Add(_offsets.Count).Add(" 0 obj\n"u8);
    }

    public void End() => Buffer.Add("\nendobj\n"u8);

    /// <summary>Writes a stream object.</summary>
    /// <param name="dictionary">Its dictionary without brackets and Length.</param>
    /// <param name="data">Its bytes, encoded as the dictionary says.</param>
    public void Stream(string dictionary, ReadOnlySpan<byte> data)
    {
        Begin().Add("<<"u8).Add(dictionary).Add("/Length "u8).Add(data.Length).Add(">>\nstream\n"u8);
        Buffer.Add(data).Add("\nendstream"u8);
        End();
    }

    public void Dispose() => Buffer.Dispose();
}
