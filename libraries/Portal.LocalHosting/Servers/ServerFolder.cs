using System.Security.Cryptography;
using System.Text;
using Portal.LocalHosting.Data;

namespace Portal.LocalHosting.Servers;

/// <summary>Where a server keeps its data.</summary>
internal static class ServerFolder
{
    /// <summary>
    /// Elsewhere, for data folders that the servers' user can't get to, such as one under root's home.
    /// </summary>
    private const string Fallback = "/var/lib/portal";

    public static string PathOf(string server, DataFolder data)
    {
        var path = Path.Combine(data.Root, server);
        return ServerUser.CanReach(path) ? path : Path.Combine(FallbackOf(data), server);
    }

    /// <summary>Makes the server's folder, empty unless its data is kept.</summary>
    public static async Task PrepareAsync(LocalServerResource server, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(server.Folder)!);
        await ServerUser.CreateFolderAsync(server.Folder, cancellationToken);
    }

    /// <summary>
    /// Writes a file that the servers' user can read, whatever the host's umask; the folder keeps others out.
    /// </summary>
    public static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(path, text, cancellationToken);
        File.SetUnixFileMode(
            path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
    }

    /// <summary>Removes everything that was written for this data folder.</summary>
    public static void Discard(DataFolder data)
    {
        foreach (var path in new[] { data.Root, FallbackOf(data) }.Where(Directory.Exists))
        {
            Directory.Delete(path, recursive: true);
        }
    }

    private static string FallbackOf(DataFolder data) => Path.Combine(Fallback, NameOf(data.Root));

    private static string NameOf(string root) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(root)))[..12];
}
