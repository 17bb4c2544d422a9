using System.Globalization;
using Portal.LocalHosting.Processes;

namespace Portal.Testing.Running;

/// <summary>The processes by which an app host runs others.</summary>
public static class HostProcesses
{
    private const string MonitorOption = "--monitor";

    /// <summary>The host itself and what it started, without the portal's own programs and servers.</summary>
    /// <remarks>Aspire's orchestrator leaves its parent, and names in an option the process whose end it waits
    /// for.</remarks>
    public static IReadOnlyList<int> Of(int host)
    {
        var started = Directory.GetDirectories("/proc").Select(Path.GetFileName)
            .Where(name => name!.All(char.IsAsciiDigit))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
            .Where(
                id => !ProcessInfo.Environment(id).Any(
                    variable => variable.StartsWith("PORTAL_STARTED_FOR=", StringComparison.Ordinal)))
            .ToLookup(StarterOf);
        return [host, .. Below(host)];

        IEnumerable<int> Below(int id) => started[id].SelectMany(child => Below(child).Prepend(child));
    }

    private static int StarterOf(int id)
    {
        var arguments = ProcessInfo.Arguments(id);
        var option = arguments.ToList().IndexOf(MonitorOption);
        return option >= 0 && option + 1 < arguments.Count
            && int.TryParse(arguments[option + 1], CultureInfo.InvariantCulture, out var monitored)
            ? monitored
            : ProcessInfo.Parent(id) ?? 0;
    }
}
