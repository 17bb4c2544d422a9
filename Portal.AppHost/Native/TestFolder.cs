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
            // Of several hosts that find it, the one that moves it has it.
            var taken = NewPath();
            try
            {
                Directory.Move(path, taken);
            }
            catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
            {
                // Another host has it, or it is another user's.
                continue;
            }

            await new ProcessLedger(DataFolder.ProcessesIn(taken)).EndLeftoversAsync(cancellationToken);
            Directory.Delete(taken, recursive: true);
        }
    }

    private static bool IsAbandoned(string path) =>
        int.TryParse(Path.GetFileName(path)[Prefix.Length..].Split('-')[0], CultureInfo.InvariantCulture, out var owner)
        && ProcessFacts.StartTime(owner) is null;
}
