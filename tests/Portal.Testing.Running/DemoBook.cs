using System.Globalization;
using CsvHelper;

namespace Portal.Testing.Running;

/// <summary>The demo data of the repository.</summary>
public static class DemoBook
{
    /// <summary>Slug of the demo agency.</summary>
    public const string Agency = "harborlight";

    /// <summary>The client with 2,000 holders.</summary>
    public const string HeavyClient = "C620001";

    private static readonly string Root = Path.Combine(RepositoryRoot(), "demo");

    /// <summary>The three files of a book, by the field of the import that takes them.</summary>
    public static IReadOnlyDictionary<string, string> Files(string book) => new Dictionary<string, string>
    {
        ["clients"] = Path.Combine(Root, book, "clients.csv"),
        ["policies"] = Path.Combine(Root, book, "policies.csv"),
        ["holders"] = Path.Combine(Root, book, "holders.csv"),
    };

    /// <summary>Path of one file.</summary>
    public static string FileOf(string book, string file) => Path.Combine(Root, book, file);

    /// <summary>The holders of a book as the file has them.</summary>
    public static IReadOnlyList<DemoHolder> Holders(string book)
    {
        using var csv = new CsvReader(new StreamReader(FileOf(book, "holders.csv")), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var holders = new List<DemoHolder>();
        while (csv.Read())
        {
            holders.Add(new DemoHolder(
                csv.GetField("client_ref")!,
                csv.GetField("holder_name")!,
                csv.GetField("email")!,
                csv.GetField("policies")!.Split(';'),
                csv.GetField("receives_renewals") == "Y"));
        }

        return holders;
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Portal.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests must run inside the repository.");
        }

        return folder.FullName;
    }
}
