using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Portal.Policies.Csv;

/// <summary>Reads records and remembers on which line of the file each began.</summary>
internal sealed class SheetParser : IDisposable
{
    private readonly CsvParser _parser;
    private readonly int _firstLine;
    private bool _strayQuote;

    /// <param name="text">Records, and nothing before the first.</param>
    /// <param name="firstLine">Line of the file on which they begin.</param>
    public SheetParser(TextReader text, int firstLine)
    {
        _firstLine = firstLine;
        _parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            // Blank lines are counted here: were they skipped inside, the line on which the next record begins would be
            // lost.
            IgnoreBlankLines = false,
            DetectDelimiter = false,
            Delimiter = ",",
            Mode = CsvMode.RFC4180,
            BadDataFound = _ => _strayQuote = true,
        });
    }

    /// <summary>Line of the file on which the record begins, from 1.</summary>
    public int Line { get; private set; }

    public IReadOnlyList<string> Cells { get; private set; } = [];

    /// <summary>
    /// Whether the line holds nothing at all, or only commas as spreadsheets leave them below a table.
    /// </summary>
    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);

    public bool Read()
    {
        Line = _parser.RawRow + _firstLine;
        _strayQuote = false;
        if (!_parser.Read())
        {
            return false;
        }

        Cells = _parser.Record ?? [];
        return true;
    }

    /// <summary>Why the cells of the record can't be trusted; null when they can.</summary>
    /// <param name="columns">Cells that it should have.</param>
    /// <param name="isClosed">Whether its last quote was closed.</param>
    public string? Damage(int columns, bool isClosed) =>
        !isClosed
            ? "A quoted cell that begins in this row is not closed, so that the rows after it may be part of it; "
                + "close the quote."
        : _strayQuote
            ? "A quote stands inside a cell that is not quoted; put the whole cell in quotes and double the quotes "
                + "in it."
        : Cells.Count != columns
            ? $"The row has {Cells.Count} cells and the header names {columns}; a cell with a comma or a line break "
                + "must be in quotes."
        : null;

    public void Dispose() => _parser.Dispose();
}
