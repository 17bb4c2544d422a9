using System.Text;
using System.Text.Unicode;
using Portal.Contracts.Imports;

namespace Portal.Policies.Csv;

/// <summary>
/// One file of an import (RFC 4180, UTF-8 with or without a byte order mark). What makes the whole file unreadable is
/// told before its first row is read.
/// </summary>
internal sealed class Sheet
{
    /// <summary>
    /// Lines of one file: what is kept of each while an import runs has to fit into memory, however short they are.
    /// </summary>
    public const int MostLines = 100_000;

    /// <summary>
    /// Bytes of one row, line breaks in its cells among them. The longest that is right takes a few thousand; what is
    /// longer is turned away before a parser makes room for it, as it would for one cell of any length.
    /// </summary>
    public const int MostBytesOfRow = 64 * 1024;

    /// <summary>Bytes that hold what is shown of a row, whatever its characters take.</summary>
    private const int ShownBytes = 1024;

    private const int RowsAtOnce = 100;

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private readonly SheetLayout _layout;
    private readonly ArraySegment<byte> _content;
    private readonly IReadOnlyList<SheetSegment> _segments = [];
    private readonly SheetHeader? _header;
    private readonly int? _unclosedLine;
    private Dictionary<int, SheetSegment>? _places;

    private Sheet(SheetLayout layout, ArraySegment<byte> content)
    {
        (_layout, _content) = (layout, content);
        if (content.Count == 0)
        {
            Problems =
            [
                Whole(
                    "",
                    $"The file is empty; its first line must name the columns {string.Join(",", layout.Required)}."),
            ];
        }
        else if (!Utf8.IsValid(content.AsSpan()))
        {
            Problems = [NotUtf8()];
        }
        else if (
            Math.Max(content.AsSpan().Count((byte)'\n'), content.AsSpan().Count((byte)'\r')) is var lines
                and > MostLines)
        {
            Problems =
            [
                Whole(
                    "",
                    $"The file has {lines} lines, and one import takes {MostLines} of each file; send it in parts."),
            ];
        }
        else
        {
            (_segments, _unclosedLine) = SheetSegment.Of(content.AsSpan(), MostBytesOfRow);
            (_header, Problems) = ReadHeader();
        }
    }

    /// <summary>Why nothing of the file can be read, at line 1; empty when its rows can.</summary>
    public IReadOnlyList<ImportProblem> Problems { get; }

    public static Sheet Read(SheetLayout layout, ArraySegment<byte> content) =>
        new(layout, content.AsSpan().StartsWith(ByteOrderMark) ? content[ByteOrderMark.Length..] : content);

    /// <summary>
    /// The rows below the header; blank lines are none. Rows whose cells can't be told apart come with a problem.
    /// </summary>
    public IEnumerable<SheetRow> Rows()
    {
        if (_header is null)
        {
            yield break;
        }

        foreach (var segment in _segments)
        {
            if (segment.IsLongRow)
            {
                yield return LongRow(segment, _header);
                continue;
            }

            using var parser = Open(segment);
            while (parser.Read())
            {
                if (parser.Line > 1 && !parser.IsBlank)
                {
                    yield return new SheetRow(
                        _layout.File,
                        parser.Line,
                        _header,
                        parser.Cells,
                        parser.Damage(_header.Count, isClosed: parser.Line != _unclosedLine));
                }
            }
        }
    }

    /// <summary>Goes back to rows whose cells could be told apart, without what was found wrong with them.</summary>
    /// <param name="lines">Lines on which they begin, in any order; the rows come in the same.</param>
    public IEnumerable<SheetRow> Rows(IEnumerable<int> lines)
    {
        foreach (var chunk in lines.Chunk(RowsAtOnce))
        {
            using var parser = Open(chunk);
            foreach (var line in chunk)
            {
                parser.Read();
                yield return new SheetRow(_layout.File, line, _header!, parser.Cells, damage: null);
            }
        }
    }

    private (SheetHeader? Header, IReadOnlyList<ImportProblem> Problems) ReadHeader()
    {
        if (_segments[0].IsLongRow)
        {
            return (
                null,
                [Whole("", $"The first line is longer than {MostBytesOfRow} bytes; it must name the columns "
                    + $"{string.Join(",", _layout.Required)}.")]);
        }

        using var parser = Open(_segments[0]);
        return SheetHeader.Read(_layout, parser);
    }

    private SheetRow LongRow(SheetSegment segment, SheetHeader header)
    {
        var shown = Encoding.UTF8.GetString(_content.AsSpan(segment.Start, Math.Min(segment.Length, ShownBytes)));
        return new SheetRow(_layout.File, segment.Line, header, [shown],
            $"The row that begins here has {segment.Length} bytes, and a row takes at most {MostBytesOfRow}; look "
            + "for a quote that is "
            + "not closed, so that the rows after it are part of it, or shorten its text.");
    }

    private SheetParser Open(SheetSegment segment)
    {
        // Reads the bytes where they are; a copy would be as large as the file.
        var bytes = new MemoryStream(_content.Array!, _content.Offset + segment.Start, segment.Length, writable: false);
        return Open(bytes, segment.Line);
    }

    private SheetParser Open(int[] lines)
    {
        _places ??= SheetSegment.Of(_content.AsSpan(), mostBytesOfRow: 0).Segments.ToDictionary(row => row.Line);
        var bytes = new MemoryStream();
        foreach (var line in lines)
        {
            // The file's last row need not end with a line break.
            bytes.Write(_content.AsSpan(_places[line].Start, _places[line].Length).TrimEnd("\r\n"u8));
            bytes.WriteByte((byte)'\n');
        }

        bytes.Position = 0;
        return Open(bytes, firstLine: 1);
    }

    private static SheetParser Open(MemoryStream bytes, int firstLine) =>
        new(new StreamReader(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)), firstLine);

    private ImportProblem NotUtf8()
    {
        ReadOnlySpan<byte> span = _content;
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

        return Whole(
            "",
            $"The file is not UTF-8 (the first wrong byte is on line {line}); save it as 'CSV UTF-8' and send it "
            + "again.");
    }

    private ImportProblem Whole(string column, string message) =>
        new() { File = _layout.File, Line = 1, Column = column, Value = "", Message = message };
}
