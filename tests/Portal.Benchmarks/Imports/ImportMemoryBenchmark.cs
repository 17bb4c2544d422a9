using System.Globalization;
using System.Text.Json;
using Portal.Policies.Csv;
using Portal.Policies.Domain.Imports;
using Portal.Policies.Features.Imports;
using Portal.Testing.Answers;

namespace Portal.Benchmarks.Imports;

/// <summary>
/// What an import of 30 MB costs in memory: its upload, and the whole of it until its last row is refused, since the
/// client that all of them name is not there; and before that what parsing the file by itself does, its bytes among it.
/// </summary>
internal static class ImportMemoryBenchmark
{
    private const int FileBytes = 30_000_000;
    private const string Header =
        "client_ref,holder_name,street,city,state,zip,email,policies,additional_insured,waiver_of_subrogation,"
        + "primary_noncontributory,receives_renewals,project,description\r\n";

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Prints a line of JSON for each shape of the file: growth of the managed heap and of the working set, in MB.
    /// </summary>
    public static async Task RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await using var policy = await BarePolicy.StartAsync(cancellationToken);
        await MeasureAsync(policy, Rows(bytes: 10_000, description: 100), cancellationToken);
        foreach (var (shape, rows) in ((string, IEnumerable<string>)[])
        [
            ("one cell", [Row(0, new string('x', FileBytes))]),
            ("one quoted cell", [Row(0, $"\"{new string('x', FileBytes)}\"")]),
            ("long rows", Rows(FileBytes, description: 1_800)),
            ("short rows", Rows(FileBytes, description: 230)),
        ])
        {
            var parsed = await ParseAsync(rows);
            var (uploaded, imported) = await MeasureAsync(policy, rows, cancellationToken);
            await output.WriteLineAsync(JsonSerializer.Serialize(new
            {
                benchmark = "import-memory",
                shape,
                fileMegabytes = FileBytes / 1e6,
                parse = parsed,
                upload = uploaded,
                import = imported,
            }));
        }
    }

    private static async Task<Growth> ParseAsync(IEnumerable<string> rows)
    {
        await using var file = await FileOfAsync(rows);
        await using var peak = new PeakMemory();
        var content = new byte[file.Length];
        await file.ReadExactlyAsync(content);
        _ = HolderSheet.Read(Sheet.Read(HolderSheet.Layout, content)).Refused;
        return Growth.Of(peak);
    }

    private static async Task<(Growth Uploaded, Growth Imported)> MeasureAsync(
        BarePolicy policy, IEnumerable<string> rows, CancellationToken cancellationToken)
    {
        await using var file = await FileOfAsync(rows);
        using var form = new MultipartFormDataContent { { new StreamContent(file), "holders", "holders.csv" } };
        await using var peak = new PeakMemory();
        using var response = await policy.Partner.PostAsync(
            new Uri("/api/v1/imports", UriKind.Relative), form, cancellationToken);
        response.EnsureSuccessStatusCode();
        var uploaded = Growth.Of(peak);
        var job = $"{response.Headers.Location}?problems={LastProblems}";
        while ((await policy.Partner.ReadAsync<ImportResponse>(job, cancellationToken)).Status == ImportStatus.Running)
        {
            await Task.Delay(Poll, cancellationToken);
        }

        return (uploaded, Growth.Of(peak));
    }

    private static async Task<FileStream> FileOfAsync(IEnumerable<string> rows)
    {
        var file = new FileStream(
            Path.GetTempFileName(),
            FileMode.Create,
            FileAccess.ReadWrite,
            FileShare.None,
            4096,
            FileOptions.DeleteOnClose);
        await using (var writer = new StreamWriter(file, leaveOpen: true))
        {
            await writer.WriteAsync(Header);
            foreach (var row in rows)
            {
                await writer.WriteAsync(row);
            }
        }

        file.Position = 0;
        return file;
    }

    // Behind the last problem, whose text would count as the import's.
    private static string LastProblems => ServiceDefaults.Paging.Cursor.Encode(new { File = "z", Line = 0, Id = 0 });

    private static IEnumerable<string> Rows(int bytes, int description)
    {
        for (var (number, written) = (0, 0); written < bytes; number++)
        {
            var row = Row(number, $"\"Job {number}, {new string('x', description)}\"");
            written += row.Length;
            yield return row;
        }
    }

    private static string Row(int number, string description) => string.Create(
        CultureInfo.InvariantCulture,
        $"C1,Holder {number} of the Harbor LLC,{number} Harbor "
        + $"Dr,Tampa,FL,33602,certs{number}@holder.example,general_liability;auto,Y,N,N,Y,Tower "
        + $"{number},{description}\r\n");
}
