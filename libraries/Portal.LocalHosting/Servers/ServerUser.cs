using System.Diagnostics;
using Aspire.Hosting;

namespace Portal.LocalHosting.Servers;

/// <summary>
/// Whom the servers run as: PostgreSQL refuses root, and a broker needs no more rights than its own folder.
/// </summary>
internal static class ServerUser
{
    public const string Name = "nobody";

    private const string Group = "nogroup";

    /// <summary>False when the host itself is an ordinary user, whom the servers then share.</summary>
    public static bool Differs => Environment.IsPrivilegedProcess;

    public static IReadOnlyList<string> SetPrivilegeArguments =>
        [$"--reuid={Name}", $"--regid={Group}", "--clear-groups"];

    /// <summary>Makes a folder that only the servers' user can enter.</summary>
    public static Task CreateFolderAsync(string path, CancellationToken cancellationToken)
    {
        string[] owner = Differs ? ["-o", Name, "-g", Group] : [];
        return StartAsync(["install", "-d", "-m", "700", .. owner, path], "/", cancellationToken);
    }

    /// <summary>Runs a program as the servers' user to its end.</summary>
    /// <exception cref="DistributedApplicationException">It failed; the message holds what it said.</exception>
    public static Task RunAsync(string[] command, string folder, CancellationToken cancellationToken) =>
        StartAsync(Differs ? ["setpriv", .. SetPrivilegeArguments, .. command] : command, folder, cancellationToken);

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

    private static async Task StartAsync(string[] command, string folder, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["HOME"] = folder },
        })!;
        var said = await Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(
                cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new DistributedApplicationException(
                $"'{string.Join(' ', command)}' failed: {string.Concat(said).Trim()}");
        }
    }
}
