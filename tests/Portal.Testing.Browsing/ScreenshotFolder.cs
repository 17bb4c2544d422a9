namespace Portal.Testing.Browsing;

/// <summary>Where pictures of the pages are left, to be looked at.</summary>
public static class ScreenshotFolder
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "Portal.sln")))
        {
            folder = folder.Parent
                ?? throw new InvalidOperationException($"No Portal.sln above {AppContext.BaseDirectory}.");
        }

        return Directory.CreateDirectory(System.IO.Path.Combine(folder.FullName, "artifacts", "screens")).FullName;
    }
}
