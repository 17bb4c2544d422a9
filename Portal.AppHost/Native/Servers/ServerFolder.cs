using System.Security.Cryptography;
using System.Text;
using Aspire.Hosting.ApplicationModel;
using Portal.AppHost.Native.Processes;

namespace Portal.AppHost.Native.Servers;

/// <summary>Where a server keeps its data.</summary>
internal static class ServerFolder
{
    /// <summary>Elsewhere, for data folders that the servers' user can't get to, such as one under root's home.</summary>
    private const string Fallback = "/var/lib/portal";

    /// <summary>Makes the server's folder, empty unless its data is kept.</summary>
    public static async Task<string> PrepareAsync(IResource server, DataFolder data, CancellationToken cancellationToken)
    {
        var path = PathOf(server, data);
        if (!IsKept(server) && Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await ServerUser.CreateFolderAsync(path, cancellationToken);
        return path;
    }

    public static bool IsKept(IResource server) => server.Annotations.OfType<KeptDataAnnotation>().Any();

    /// <summary>Writes a file that the servers' user can read, whatever the host's umask; the folder keeps others out.</summary>
    public static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(path, text, cancellationToken);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
    }

    /// <summary>Removes everything that was written for this data folder.</summary>
    public static void Discard(DataFolder data)
    {
        foreach (var path in new[] { data.Root, FallbackOf(data) }.Where(Directory.Exists))
        {
            Directory.Delete(path, recursive: true);
        }
    }

    private static string PathOf(IResource server, DataFolder data)
    {
        var name = server.Annotations.OfType<KeptDataAnnotation>().FirstOrDefault()?.Folder ?? server.Name;
        var path = Path.Combine(data.Root, name);
        return ServerUser.CanReach(path) ? path : Path.Combine(FallbackOf(data), name);
    }

    private static string FallbackOf(DataFolder data) => Path.Combine(Fallback, NameOf(data.Root));

    private static string NameOf(string root) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(root)))[..12];
}
