using Portal.Testing.Running;

namespace Portal.SystemTests.Running;

/// <summary>
/// The demo data under keys, numbers and addresses of its own, so that the tests of the pages and those of the services
/// leave each other's clients as they are.
/// </summary>
internal sealed class PageClients : IDisposable
{
    /// <summary>The client with 2,000 holders.</summary>
    public const string Heavy = "C680001";

    private const string Mark = "@pages.";

    private readonly string _folder;
    private readonly Dictionary<string, DemoClient> _clients;

    private PageClients(string folder, IEnumerable<DemoClient> clients) =>
        (_folder, _clients) = (folder, clients.ToDictionary(client => client.Ref, StringComparer.Ordinal));

    public static async Task<PageClients> ImportAsync(RunningPortal portal, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("portal-pages-").FullName;
        foreach (var (book, file) in new[]
        {
            ("book", "clients"), ("book", "policies"), ("book", "holders"), ("book", "holders-messy"),
            ("heavy", "clients"), ("heavy", "policies"), ("heavy", "holders"),
        })
        {
            var lines = await File.ReadAllLinesAsync(DemoBook.FileOf(book, $"{file}.csv"), cancellationToken);
            await File.WriteAllLinesAsync(
                Path.Combine(folder, $"{book}-{file}.csv"), lines.Take(1).Concat(
                    lines.Skip(1).Select(line => Own(line, file))), cancellationToken);
        }

        foreach (var book in (string[])["book", "heavy"])
        {
            var files = ((string[])["clients", "policies", "holders"])
                .ToDictionary(file => file, file => Path.Combine(folder, $"{book}-{file}.csv"));
            var job = await portal.Partner.ImportAsync(files, dryRun: false, cancellationToken);
            Assert.Equal("finished", job.Status);
            Assert.Empty(job.Problems);
        }

        return new PageClients(folder, await portal.Partner.ClientsAsync(cancellationToken));
    }

    /// <summary>Path of a file, such as <c>book-holders-messy</c>.</summary>
    public string FileOf(string name) => Path.Combine(_folder, $"{name}.csv");

    /// <summary>The client of a key.</summary>
    public DemoClient this[string key] => _clients[key];

    /// <summary>Addresses of the heavy client's holders that receive renewals, or that do not.</summary>
    public static IReadOnlyList<string> HeavyHolders(bool receiving) =>
        [.. DemoBook.Holders("heavy").Where(holder => holder.ReceivesRenewals == receiving)
            .Select(holder => Own(holder.Email)).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Own(string line, string file)
    {
        var fields = Own(line).Split(',', 4);
        fields[0] = fields[0].Replace("C61", "C67", StringComparison.Ordinal)
            .Replace("C62", "C68", StringComparison.Ordinal);
        if (file == "policies")
        {
            fields[2] += "P";
        }

        return string.Join(',', fields);
    }

    private static string Own(string text) => text.Replace("@", Mark, StringComparison.Ordinal);
}
