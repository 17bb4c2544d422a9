using Portal.Contracts;

namespace Portal.Policies.Csv;

/// <summary>What a file says, row by row. Later checks may refuse more rows; all problems of a row are told together.</summary>
internal sealed class Rows<T>
    where T : class
{
    /// <summary>Problems of a file that are told. Whoever has mended so many sees the rest in the next dry run.</summary>
    public const int MostProblems = 20_000;

    private Rows(IReadOnlyList<ReadRow<T>> readable, IReadOnlyList<SheetRow> damaged) => (Readable, Damaged) = (readable, damaged);

    /// <summary>Rows whose cells could be told apart, refused ones among them.</summary>
    public IReadOnlyList<ReadRow<T>> Readable { get; }

    /// <summary>Rows whose cells could not.</summary>
    public IReadOnlyList<SheetRow> Damaged { get; }

    /// <summary>What the rows say that nothing is wrong with so far.</summary>
    public IEnumerable<T> Good => Readable.Where(read => !read.Row.IsRefused).Select(read => read.Value);

    public int Refused => Damaged.Count + Readable.Count(read => read.Row.IsRefused);

    /// <summary>What is wrong so far, from the first row on, as much as is told.</summary>
    public IEnumerable<ImportProblem> Problems => Damaged.Concat(Readable.Select(read => read.Row))
        .SelectMany(row => row.Problems).Take(MostProblems);

    public static Rows<T> Read(Sheet? sheet, Func<SheetRow, T> read)
    {
        var readable = new List<ReadRow<T>>();
        var damaged = new List<SheetRow>();
        foreach (var row in sheet?.Rows() ?? [])
        {
            if (row.IsRefused)
            {
                damaged.Add(row);
            }
            else
            {
                readable.Add(new ReadRow<T>(row, read(row)));
            }
        }

        return new Rows<T>(readable, damaged);
    }
}
