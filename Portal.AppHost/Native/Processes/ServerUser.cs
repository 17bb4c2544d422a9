using System.Diagnostics;
using Aspire.Hosting;

namespace Portal.AppHost.Native.Processes;

/// <summary>Whom the servers run as: PostgreSQL refuses root, and a broker needs no more rights than its own folder.</summary>
internal static class ServerUser
{
    public const string Name = "nobody";

    private const string Group = "nogroup";

    /// <summary>False when the host itself is an ordinary user, whom the servers then share.</summary>
    public static bool Differs => Environment.IsPrivilegedProcess;

    public static IReadOnlyList<string> SetPrivilegeArguments => [$"--reuid={Name}", $"--regid={Group}", "--clear-groups"];

    /// <summary>Makes a folder that only the servers' user can enter.</summary>
    public static async Task CreateFolderAsync(string path, CancellationToken cancellationToken)
    {
        string[] owner = Differs ? ["-o", Name, "-g", Group] : [];
        using var install = Process.Start(new ProcessStartInfo("install", ["-d", "-m", "700", .. owner, path]))!;
        await install.WaitForExitAsync(cancellationToken);
        if (install.ExitCode != 0)
        {
            throw new DistributedApplicationException($"Can't make the folder {path} for the user '{Name}'.");
        }
    }

    /// <summary>Whether the servers' user gets as far as this folder: all above it lets others pass.</summary>
    public static bool CanReach(string path)
    {
        for (var folder = new DirectoryInfo(path).Parent; Differs && folder is not null; folder = folder.Parent)
        {
            if (folder.Exists && !folder.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
            {
                return false;
            }
        }

        return true;
    }
}
