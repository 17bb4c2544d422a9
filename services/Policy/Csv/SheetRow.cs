using Portal.Contracts.Imports;
using Portal.Spreadsheets;

namespace Portal.Policies.Csv;

/// <summary>One row of a file, and what was found wrong with it while it was read.</summary>
internal sealed class SheetRow
{
    private readonly string _file;
    private readonly SheetHeader _header;
    private readonly IReadOnlyList<string> _cells;
    private List<ImportProblem>? _problems;

    public SheetRow(string file, int line, SheetHeader header, IReadOnlyList<string> cells, string? damage)
    {
        (_file, Line, _header, _cells) = (file, line, header, cells);
        if (damage is not null)
        {
            _problems = [Problem("", string.Join(',', cells), damage)];
        }
    }

    /// <summary>Line of the file on which the row begins, from 1; the header is line 1.</summary>
    public int Line { get; }

    /// <summary>Whether anything was found wrong with it.</summary>
    public bool IsRefused => _problems is not null;

    public IReadOnlyList<ImportProblem> Problems => _problems ?? [];

    /// <summary>
    /// The text of a cell without blanks around it and without the apostrophe that keeps a formula text; empty where
    /// the file does not have the column.
    /// </summary>
    public string this[string column] =>
        _header[column] is { } position && position < _cells.Count ? FormulaGuard.Unguard(_cells[position].Trim()) : "";

    /// <summary>Notes that a cell is wrong; the row is refused, the others are not.</summary>
    public void Refuse(string column, string message) => (_problems ??= []).Add(Problem(column, this[column], message));

    private ImportProblem Problem(string column, string value, string message) => new()
    {
        File = _file,
        Line = Line,
        Column = column,
        Value = ProblemText.Printable(value),
        Message = message,
    };
}
