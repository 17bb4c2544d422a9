namespace Portal.Policies.Features.Imports.RunImportStage;

/// <summary>
/// Cuts the holders of one client into batches. Rows that may name the same holder must travel together, in the order
/// of the file: one holder has one ZIP code, however else its name and street are written, so rows of one ZIP code stay
/// together.
/// </summary>
internal static class HolderBatches
{
    public const int MostRows = 2_000;

    private const int ZipDigits = 5;

    /// <summary>Batches of at most 2,000 rows, or of all rows of one ZIP code where these are more.</summary>
    /// <param name="rows">Rows of one client, or what stands for them.</param>
    /// <param name="zipOf">ZIP code of a row.</param>
    public static IEnumerable<T[]> Cut<T>(IReadOnlyList<T> rows, Func<T, string> zipOf)
    {
        if (rows.Count <= MostRows)
        {
            return [[.. rows]];
        }

        var batches = new List<List<T>> { new() };
        foreach (var block in rows.GroupBy(row => zipOf(row)[..ZipDigits]))
        {
            if (batches[^1].Count > 0 && batches[^1].Count + block.Count() > MostRows)
            {
                batches.Add([]);
            }

            batches[^1].AddRange(block);
        }

        return batches.Select(batch => batch.ToArray());
    }
}
