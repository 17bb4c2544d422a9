using Portal.Contracts;

namespace Portal.Policies.Csv;

/// <summary>What a file says: its good rows, and the problems of those that are refused.</summary>
internal sealed record Rows<T>(IReadOnlyList<T> Good, IReadOnlyList<ImportProblem> Problems, int Refused)
{
    /// <summary>Reads every row; one that has a problem is refused with all of them.</summary>
    public static Rows<T> Read(Sheet sheet, Func<SheetRow, T> read)
    {
        var good = new List<T>();
        var problems = new List<ImportProblem>();
        var refused = 0;
        foreach (var row in sheet.Rows())
        {
            var value = row.IsDamaged ? default : read(row);
            if (row.Problems.Count == 0)
            {
                good.Add(value!);
                continue;
            }

            refused++;
            problems.AddRange(row.Problems);
        }

        return new Rows<T>(good, problems, refused);
    }
}
