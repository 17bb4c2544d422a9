using System.Globalization;
using Portal.LocalHosting.Processes;

namespace Portal.AppHost.Tests.Running;

/// <summary>Processes of this machine, each named for good by its id and start time.</summary>
internal static class Processes
{
    /// <summary>Everything that the given process has started, directly or through others.</summary>
    public static IReadOnlyList<(int Id, long Started)> StartedBy(int processId)
    {
        var parents = Directory.GetDirectories("/proc").Select(Path.GetFileName)
            .Where(name => name!.All(char.IsAsciiDigit))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
            .Select(id => (Id: id, Parent: ParentOf(id)))
            .Where(process => process.Parent is not null)
            .ToLookup(process => process.Parent!.Value, process => process.Id);
        return [.. Below(processId).Select(id => (Id: id, Started: ProcessFacts.StartTime(id) ?? 0)).Where(process => process.Started > 0)];

        IEnumerable<int> Below(int id) => parents[id].SelectMany(child => Below(child).Prepend(child));
    }

    public static bool IsAlive((int Id, long Started) process) => ProcessFacts.StartTime(process.Id) == process.Started;

    /// <summary>Waits until none of them is left.</summary>
    /// <returns>Those that still are when patience ends.</returns>
    public static async Task<IReadOnlyList<(int Id, long Started)>> WaitForEndAsync(
        IReadOnlyList<(int Id, long Started)> processes, TimeSpan patience)
    {
        var deadline = DateTime.UtcNow + patience;
        while (processes.Any(IsAlive) && DateTime.UtcNow < deadline)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        return [.. processes.Where(IsAlive)];
    }

    private static int? ParentOf(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id.ToString(CultureInfo.InvariantCulture)}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
