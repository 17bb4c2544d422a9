using System.Reflection;

namespace Portal.Architecture.Tests.Support;

/// <summary>The house as it is built: its assemblies, and its source.</summary>
internal static class House
{
    private static readonly string[] NotSource = ["bin", "obj", "node_modules", "artifacts", ".git", ".portal"];

    public static string[] ServiceNames { get; } = ["Certificate", "Compliance", "Identity", "Notification", "Policy"];

    public static Assembly[] Services { get; } = [.. ServiceNames.Select(name => Assembly.Load($"Portal.{name}"))];

    public static Assembly Contracts { get; } = Assembly.Load("Portal.Contracts");

    public static Assembly Persistence { get; } = Assembly.Load("Portal.Persistence");

    public static Assembly Auditing { get; } = Assembly.Load("Portal.Auditing");

    public static Assembly Spreadsheets { get; } = Assembly.Load("Portal.Spreadsheets");

    public static Assembly Gateway { get; } = Assembly.Load("Portal.Gateway");

    public static Assembly Web { get; } = Assembly.Load("Portal.Web");

    public static Assembly ServiceDefaults { get; } = Assembly.Load("Portal.ServiceDefaults");

    /// <summary>Folder of Portal.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Files of an extension, without what builds and tools leave behind.</summary>
    public static IEnumerable<string> Files(string extension) => Files(new DirectoryInfo(Root), extension);

    /// <summary>Files of an extension below a folder, without what builds and tools leave behind.</summary>
    public static IEnumerable<string> SourceUnder(string folder, string extension) =>
        Files(new DirectoryInfo(folder), extension);

    /// <summary>A path from the root, with slashes.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static IEnumerable<string> Files(DirectoryInfo folder, string extension) =>
        folder.EnumerateFiles($"*{extension}").Select(file => file.FullName).Concat(
            folder.EnumerateDirectories().Where(
                child => !NotSource.Contains(child.Name)).SelectMany(child => Files(child, extension)));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Portal.sln")))
        {
            folder = folder.Parent
                ?? throw new InvalidOperationException($"No Portal.sln above {AppContext.BaseDirectory}.");
        }

        return folder.FullName;
    }
}
