namespace Portal.Policies.Csv;

/// <summary>Part of a file that holds whole rows: many that may be parsed, or one that is too long to be.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Line">Line of the file on which it begins, from 1.</param>
/// <param name="IsLongRow">Whether it is one row that is too long.</param>
internal readonly record struct SheetSegment(int Start, int Length, int Line, bool IsLongRow)
{
    private enum Cell
    {
        Beginning,
        Plain,
        Quoted,
        Closed,
    }

    /// <summary>
    /// Cuts a file (RFC 4180; rows end at CR, LF or both) without reading its cells. Quotes count where the parser lets
    /// them: one opens a cell only as its first character.
    /// </summary>
    /// <returns>
    /// The parts in their order, and the line on which a last row begins whose quote is never closed.
    /// </returns>
    public static (
        IReadOnlyList<SheetSegment> Segments, int? UnclosedLine) Of(ReadOnlySpan<byte> content, int mostBytesOfRow)
    {
        var segments = new List<SheetSegment>();
        var (cell, line) = (Cell.Beginning, 1);
        var (segment, segmentLine) = (0, 1);
        var (row, rowLine) = (0, 1);
        for (var place = 0; place < content.Length; place++)
        {
            var isBreak = content[place] is (byte)'\r' or (byte)'\n';
            if (isBreak)
            {
                place += content[place] == '\r' && place + 1 < content.Length && content[place + 1] == '\n' ? 1 : 0;
                line++;
            }

            if (isBreak && cell != Cell.Quoted)
            {
                EndRow(place + 1);
            }
            else
            {
                cell = After(cell, content[place]);
            }
        }

        int? unclosed = cell == Cell.Quoted ? rowLine : null;
        EndRow(content.Length);
        if (segment < content.Length)
        {
            segments.Add(new SheetSegment(segment, content.Length - segment, segmentLine, IsLongRow: false));
        }

        return (segments, unclosed);

        void EndRow(int end)
        {
            if (end - row > mostBytesOfRow)
            {
                if (segment < row)
                {
                    segments.Add(new SheetSegment(segment, row - segment, segmentLine, IsLongRow: false));
                }

                segments.Add(new SheetSegment(row, end - row, rowLine, IsLongRow: true));
                (segment, segmentLine) = (end, line);
            }

            (cell, row, rowLine) = (Cell.Beginning, end, line);
        }
    }

    private static Cell After(Cell cell, byte character) => (cell, character) switch
    {
        (Cell.Beginning, (byte)'"') or (Cell.Closed, (byte)'"') => Cell.Quoted,
        (Cell.Quoted, (byte)'"') => Cell.Closed,
        (Cell.Quoted, _) => Cell.Quoted,
        (_, (byte)',') => Cell.Beginning,
        _ => Cell.Plain,
    };
}
