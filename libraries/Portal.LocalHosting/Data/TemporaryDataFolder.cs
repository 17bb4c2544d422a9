using System.Globalization;
using Portal.LocalHosting.Processes;

namespace Portal.LocalHosting.Data;

/// <summary>
/// Data folders that live as long as one process, in the machine's temporary folder; each bears the id of that process.
/// </summary>
public static class TemporaryDataFolder
{
    private const string Prefix = "portal-test-";

    /// <summary>A new path; the folder is made by whoever uses it.</summary>
    public static string NewPath() => Path.Combine(
        Path.GetTempPath(),
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-{Guid.NewGuid():N}"));

    /// <summary>
    /// Removes the folders of this process that nobody removed, such as those of systems that were described and never
    /// run.
    /// </summary>
    public static void RemoveOwn()
    {
        foreach (var path in Directory.GetDirectories(
                Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-*")))
        {
            Directory.Delete(path, recursive: true);
        }
    }

    /// <summary>Removes the folders of processes that were killed, and ends what they had left running.</summary>
    public static async Task RemoveAbandonedAsync(CancellationToken cancellationToken)
    {
        foreach (var path in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*").Where(IsAbandoned))
        {
            try
            {
                await LeftoverProcesses.EndAsync(path, TimeSpan.Zero, cancellationToken);
                Directory.Delete(path, recursive: true);
            }
            catch (DirectoryNotFoundException)
            {
                // Another test has just removed it.
            }
            catch (UnauthorizedAccessException)
            {
                // Another user's.
            }
        }
    }

    private static bool IsAbandoned(string path) =>
        int.TryParse(Path.GetFileName(path)[Prefix.Length..].Split('-')[0], CultureInfo.InvariantCulture, out var owner)
        && ProcessInfo.StartTime(owner) is null;
}
