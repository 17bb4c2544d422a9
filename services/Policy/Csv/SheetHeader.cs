using Portal.Contracts.Imports;
using Portal.Spreadsheets;

namespace Portal.Policies.Csv;

/// <summary>Where each column of a file stands.</summary>
internal sealed class SheetHeader
{
    /// <summary>
    /// Columns beyond which a first line is none of the portal's files, and is not looked at name by name.
    /// </summary>
    private const int MostColumns = 100;

    private readonly Dictionary<string, int> _positions = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Number of columns.</summary>
    public int Count { get; private init; }

    /// <summary>Position of a column; null where the file does not have it.</summary>
    public int? this[string column] => _positions.TryGetValue(column, out var position) ? position : null;

    /// <summary>Reads the first record; the header is null when the problems are not empty.</summary>
    public static (
        SheetHeader? Header, IReadOnlyList<ImportProblem> Problems) Read(SheetLayout layout, SheetParser parser)
    {
        string[] names = parser.Read() ? [.. parser.Cells.Select(cell => FormulaGuard.Unguard(cell.Trim()))] : [];
        var header = new SheetHeader { Count = names.Length };
        var problems = new List<ImportProblem>();
        string[] known = [.. layout.Required, .. layout.Optional];
        if (names.Length > MostColumns)
        {
            Refuse("", $"The first line has {names.Length} columns; keep those of {string.Join(", ", known)}.");
            return (null, problems);
        }

        for (var position = 0; position < names.Length; position++)
        {
            var name = names[position];
            if (!known.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                Refuse(name, $"The column is unknown; take it out or name it one of {string.Join(", ", known)}.");
            }
            else if (!header._positions.TryAdd(name, position))
            {
                Refuse(name, "The column is there twice; keep one.");
            }
        }

        foreach (var missing in layout.Required.Where(column => header[column] is null))
        {
            Refuse(missing, "The column is missing; the first line must name it, with commas between the columns.");
        }

        return problems.Count == 0 ? (header, []) : (null, problems);

        void Refuse(string column, string message) => problems.Add(new ImportProblem
        {
            File = layout.File,
            Line = 1,
            Column = ProblemText.Printable(column),
            Value = "",
            Message = message,
        });
    }
}
