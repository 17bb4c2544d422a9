using System.Globalization;

namespace Portal.LocalHosting.Processes;

/// <summary>What the kernel says of a process (proc(5)).</summary>
public static class ProcessInfo
{
    private const int StartTimeField = 19;
    private const int ParentField = 1;

    /// <summary>
    /// When it started, in clock ticks since boot: with the id it names one process for good. Null when it is gone.
    /// </summary>
    public static long? StartTime(int processId)
    {
        var fields = Fields(processId);
        return fields is null or ["Z" or "X", ..]
            ? null
            : long.Parse(fields[StartTimeField], CultureInfo.InvariantCulture);
    }

    /// <summary>The id of the process that it belongs to; null when it is gone.</summary>
    public static int? Parent(int processId) =>
        Fields(processId) is { } fields ? int.Parse(fields[ParentField], CultureInfo.InvariantCulture) : null;

    /// <summary>Memory that it holds now and held at most, in bytes.</summary>
    public static (long Resident, long Peak) Memory(int processId)
    {
        var lines = Read(processId, "status")?.Split('\n') ?? [];
        return (Kilobytes(lines, "VmRSS:") * 1024, Kilobytes(lines, "VmHWM:") * 1024);
    }

    /// <summary>
    /// The environment that it was started with, as <c>name=value</c>; empty when it is gone or another user's.
    /// </summary>
    public static IReadOnlyList<string> Environment(int processId) => Read(processId, "environ")?.Split('\0') ?? [];

    /// <summary>The program and its arguments; empty when it is gone.</summary>
    public static IReadOnlyList<string> Arguments(int processId) =>
        Read(processId, "cmdline")?.Split('\0', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Its share of memory in bytes: what it has alone, and of what it shares its part.</summary>
    public static long ProportionalMemory(int processId) =>
        Kilobytes(Read(processId, "smaps_rollup")?.Split('\n') ?? [], "Pss:") * 1024;

    // The command name in parentheses may hold anything, so fields are counted after the last one; state is the first.
    private static string[]? Fields(int processId) =>
        Read(processId, "stat") is { } stat ? stat[(stat.LastIndexOf(')') + 2)..].Split(' ') : null;

    private static long Kilobytes(string[] lines, string field)
    {
        var line = Array.Find(lines, candidate => candidate.StartsWith(field, StringComparison.Ordinal));
        return line is null
            ? 0
            : long.Parse(
                line.AsSpan(field.Length, line.Length - field.Length - 2).Trim(), CultureInfo.InvariantCulture);
    }

    private static string? Read(int processId, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{processId.ToString(CultureInfo.InvariantCulture)}/{file}");
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }
}
