using System.Text.RegularExpressions;

namespace Portal.Testing.Running;

/// <summary>
/// The first clients of the demo book with their policies and holders, under keys, numbers and addresses of their own:
/// tests that share a system with those of the book itself leave it as they find it.
/// </summary>
public static partial class DemoCopy
{
    private const string Fields = "clients,policies,holders";

    /// <summary>
    /// Imports them as a partner does and answers them as the agency lists them, each with its primary address.
    /// </summary>
    public static async Task<IReadOnlyList<DemoClient>> ImportAsync(
        RunningPortal portal, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("portal-copy-");
        try
        {
            var files = Fields.Split(',')
                .ToDictionary(field => field, field => Path.Combine(folder.FullName, $"{field}.csv"));
            foreach (var (field, file) in files)
            {
                await File.WriteAllLinesAsync(file, Lines(field), cancellationToken);
            }

            var job = await portal.Partner.ImportAsync(files, dryRun: false, cancellationToken);
            if (job.Status != "finished" || job.Files().Any(counts => counts.Refused > 0))
            {
                throw new InvalidOperationException($"The copy did not come in whole: {job}");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return [.. (await portal.Partner.ClientsAsync(cancellationToken))
            .Where(
                client => client.Ref.StartsWith(
                    "C63", StringComparison.Ordinal)).OrderBy(client => client.Ref, StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Lines(string field)
    {
        var lines = File.ReadAllLines(DemoBook.FileOf("book", $"{field}.csv"));
        return [
            lines[0], .. lines.Skip(1).Where(line => FirstSix().IsMatch(line)).Select(line => Renamed(line, field)),
        ];
    }

    private static string Renamed(string line, string field)
    {
        var renamed = $"C63{line[3..]}".Replace("@", "@copy.", StringComparison.Ordinal);
        return field == "policies" ? PolicyNumber().Replace(renamed, "$1Z") : renamed;
    }

    [GeneratedRegex("^C61000[1-6],")]
    private static partial Regex FirstSix();

    [GeneratedRegex("^([^,]+,[^,]+,)")]
    private static partial Regex PolicyNumber();
}
