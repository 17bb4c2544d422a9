using System.Globalization;
using Portal.AppHost.Native.Processes;

namespace Portal.AppHost.Native;

/// <summary>The data folders of systems under test, in the machine's temporary folder; each bears the id of the process that tests.</summary>
internal static class TestFolder
{
    private const string Prefix = "portal-test-";

    public static string NewPath() => Path.Combine(
        Path.GetTempPath(),
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-{Guid.NewGuid():N}"));

    /// <summary>Removes the folders of tests that were killed, and ends what they had left running.</summary>
    public static async Task RemoveAbandonedAsync(CancellationToken cancellationToken)
    {
        foreach (var path in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*").Where(IsAbandoned))
        {
            try
            {
                await new ProcessLedger(DataFolder.ProcessesIn(path)).EndLeftoversAsync(cancellationToken);
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
        && ProcessFacts.StartTime(owner) is null;
}
