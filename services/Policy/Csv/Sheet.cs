using System.Text;
using System.Text.Unicode;
using Portal.Contracts;

namespace Portal.Policies.Csv;

/// <summary>
/// One file of an import (RFC 4180, UTF-8 with or without a byte order mark). What makes the whole file unreadable is
/// told before its first row is read.
/// </summary>
internal sealed class Sheet
{
    /// <summary>Lines of one file: what is kept of each while an import runs has to fit into memory, however short they are.</summary>
    public const int MostLines = 100_000;

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private readonly SheetLayout _layout;
    private readonly ReadOnlyMemory<byte> _content;
    private readonly SheetHeader? _header;

    private Sheet(SheetLayout layout, ReadOnlyMemory<byte> content)
    {
        (_layout, _content) = (layout, content);
        if (content.IsEmpty)
        {
            Problems = [Whole("", $"The file is empty; its first line must name the columns {string.Join(",", layout.Required)}.")];
        }
        else if (!Utf8.IsValid(content.Span))
        {
            Problems = [NotUtf8()];
        }
        else if (Math.Max(content.Span.Count((byte)'\n'), content.Span.Count((byte)'\r')) is var lines and > MostLines)
        {
            Problems = [Whole("", $"The file has {lines} lines, and one import takes {MostLines} of each file; send it in parts.")];
        }
        else
        {
            using var parser = Open();
            (_header, Problems) = SheetHeader.Read(layout, parser);
        }
    }

    /// <summary>Why nothing of the file can be read, at line 1; empty when its rows can.</summary>
    public IReadOnlyList<ImportProblem> Problems { get; }

    public static Sheet Read(SheetLayout layout, byte[] content) => new(
        layout, content.AsSpan().StartsWith(ByteOrderMark) ? content.AsMemory(ByteOrderMark.Length) : content);

    /// <summary>The rows below the header; blank lines are none. Rows whose cells can't be told apart come with a problem.</summary>
    public IEnumerable<SheetRow> Rows()
    {
        if (_header is null)
        {
            yield break;
        }

        using var parser = Open();
        parser.Read();
        while (parser.Read())
        {
            if (!parser.IsBlank)
            {
                yield return new SheetRow(_layout.File, parser.Line, _header, parser.Cells, parser.Damage(_header.Count));
            }
        }
    }

    private SheetParser Open() => new(new StreamReader(
        new MemoryStream(_content.ToArray(), writable: false), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)));

    private ImportProblem NotUtf8()
    {
        var span = _content.Span;
        if (span.StartsWith((byte[])[0xFF, 0xFE]) || span.StartsWith((byte[])[0xFE, 0xFF]))
        {
            return Whole("", "The file is UTF-16; save it as 'CSV UTF-8' and send it again.");
        }

        var (line, valid) = (1, 0);
        while (Rune.DecodeFromUtf8(span[valid..], out var rune, out var length) == System.Buffers.OperationStatus.Done)
        {
            line += rune.Value == '\n' ? 1 : 0;
            valid += length;
        }

        return Whole("", $"The file is not UTF-8 (the first wrong byte is on line {line}); save it as 'CSV UTF-8' and send it again.");
    }

    private ImportProblem Whole(string column, string message) =>
        new() { File = _layout.File, Line = 1, Column = column, Value = "", Message = message };
}
