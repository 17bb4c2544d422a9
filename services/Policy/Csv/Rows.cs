using Portal.Contracts.Imports;

namespace Portal.Policies.Csv;

/// <summary>
/// What a file says, row by row. No row is kept: each time that rows are asked for, the file is read anew, since parsed
/// ones take several times the room of the file. All problems of a row are told together.
/// </summary>
internal sealed class Rows<T>
    where T : class
{
    /// <summary>
    /// Problems of a file that are told. Whoever has mended so many sees the rest in the next dry run.
    /// </summary>
    public const int MostProblems = 20_000;

    private readonly Sheet? _sheet;
    private readonly Func<SheetRow, T> _read;
    private readonly Func<Action<SheetRow, T>> _beginChecks;
    private Refusals? _refusals;

    private Rows(Sheet? sheet, Func<SheetRow, T> read, Func<Action<SheetRow, T>> beginChecks) =>
        (_sheet, _read, _beginChecks) = (sheet, read, beginChecks);

    /// <summary>Rows whose cells could be told apart, refused ones among them.</summary>
    public IEnumerable<ReadRow<T>> Readable
    {
        get
        {
            var (check, refusals) = (_beginChecks(), new Refusals(MostProblems));
            foreach (var row in _sheet?.Rows() ?? [])
            {
                if (row.IsRefused)
                {
                    refusals.AddDamaged(row);
                    continue;
                }

                var read = new ReadRow<T>(row, _read(row));
                check(row, read.Value);
                if (row.IsRefused)
                {
                    refusals.AddReadable(row);
                }

                yield return read;
            }

            // Every reading to the end finds the same, so that the next who asks need not read once more.
            _refusals = refusals;
        }
    }

    /// <summary>Rows that nothing is wrong with.</summary>
    public IEnumerable<ReadRow<T>> GoodRows => Readable.Where(read => !read.Row.IsRefused);

    /// <summary>What the rows say that nothing is wrong with.</summary>
    public IEnumerable<T> Good => GoodRows.Select(read => read.Value);

    public int Refused => Refusals.Rows;

    /// <summary>What is wrong, from the first row on, as much as is told.</summary>
    public IEnumerable<ImportProblem> Problems => Refusals.Problems;

    private Refusals Refusals => _refusals ?? ReadToEnd();

    /// <param name="sheet">The file; null where the import has none.</param>
    /// <param name="read">Reads a row by itself.</param>
    /// <param name="beginChecks">Begins to hold rows against those before them.</param>
    public static Rows<T> Read(Sheet? sheet, Func<SheetRow, T> read, Func<Action<SheetRow, T>> beginChecks) =>
        new(sheet, read, beginChecks);

    /// <summary>
    /// The same rows, of which a later check may refuse more. It finds the same each time that it sees a row.
    /// </summary>
    public Rows<T> Checked(Action<SheetRow, T> check) => new(_sheet, _read, () => _beginChecks() + check);

    /// <summary>Goes back to good rows.</summary>
    /// <param name="lines">Lines on which they begin, in any order; the rows come in the same.</param>
    public IEnumerable<T> At(IEnumerable<int> lines) => _sheet?.Rows(lines).Select(_read) ?? [];

    private Refusals ReadToEnd()
    {
        foreach (var _ in Readable)
        {
            // Reading is what tells.
        }

        return _refusals!;
    }
}
