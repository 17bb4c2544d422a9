using System.Globalization;

namespace Portal.AppHost.Native.Processes;

/// <summary>
/// Notes each process that was started, by id and start time, so that the next host can end what one that was killed left
/// behind, and nothing else.
/// </summary>
internal sealed class ProcessLedger(string folder)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    public void Add(int processId)
    {
        if (ProcessFacts.StartTime(processId) is { } started)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(FileOf(processId), started.ToString(CultureInfo.InvariantCulture));
        }
    }

    public void Remove(int processId) => File.Delete(FileOf(processId));

    /// <summary>Ends what is left of an earlier run.</summary>
    /// <returns>How many processes it had to end.</returns>
    public async Task<int> EndLeftoversAsync(CancellationToken cancellationToken)
    {
        var left = Directory.Exists(folder) ? Directory.GetFiles(folder).Where(IsAlive).Select(IdOf).ToList() : [];
        left.ForEach(id => SystemCalls.Send(id, Signal.Terminate));
        var deadline = DateTime.UtcNow + Grace;
        while (left.Exists(id => IsAlive(FileOf(id))) && DateTime.UtcNow < deadline)
        {
            await Task.Delay(50, cancellationToken);
        }

        foreach (var id in left.Where(id => IsAlive(FileOf(id))))
        {
            SystemCalls.Send(id, Signal.Kill);
        }

        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        return left.Count;
    }

    private static int IdOf(string file) => int.Parse(Path.GetFileName(file), CultureInfo.InvariantCulture);

    private static bool IsAlive(string file) =>
        ProcessFacts.StartTime(IdOf(file))?.ToString(CultureInfo.InvariantCulture) == File.ReadAllText(file);

    private string FileOf(int processId) => Path.Combine(folder, processId.ToString(CultureInfo.InvariantCulture));
}
