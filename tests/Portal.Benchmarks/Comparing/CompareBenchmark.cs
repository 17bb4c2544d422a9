using System.Globalization;

namespace Portal.Benchmarks.Comparing;

/// <summary>
/// The main job of two builds, run in turn on the same machine: the machine is noisy, so that only ratios within one
/// run tell anything.
/// </summary>
internal static class CompareBenchmark
{
    private const int Rounds = 3;

    /// <summary>
    /// Builds another commit beside this one, runs both in turn, and prints a table of medians and their ratios.
    /// </summary>
    /// <param name="output">Where the table goes.</param>
    /// <param name="commit">The other commit, by any of git's names for it.</param>
    /// <param name="cancellationToken">Stops after the step that is under way.</param>
    /// <exception cref="InvalidOperationException">
    /// A step failed; the message names it and says what it printed.
    /// </exception>
    public static async Task RunAsync(TextWriter output, string commit, CancellationToken cancellationToken)
    {
        var here = Build.This();
        await here.PublishAsync(cancellationToken);
        await using var other = await Build.OfAsync(here, commit, cancellationToken);
        var before = new List<Figures>();
        var now = new List<Figures>();
        for (var round = 0; round < Rounds; round++)
        {
            before.Add(await other.FanOutAsync(cancellationToken));
            now.Add(await here.FanOutAsync(cancellationToken));
        }

        await WriteAsync(output, commit, before, now);
    }

    private static async Task WriteAsync(TextWriter output, string commit, List<Figures> before, List<Figures> now)
    {
        await output.WriteLineAsync($"| median of {Rounds} | {commit} | now | ratio |");
        await output.WriteLineAsync("|---|---|---|---|");
        foreach (var name in now[0].Names)
        {
            var (was, @is) = (Median(before, name), Median(now, name));
            var ratio = was > 0 && @is is not null
                ? (@is.Value / was.Value).ToString("0.00", CultureInfo.InvariantCulture)
                : "";
            await output.WriteLineAsync($"| {name} | {Text(was)} | {Text(@is)} | {ratio} |");
        }
    }

    private static double? Median(List<Figures> runs, string name)
    {
        var values = runs.Select(run => run.Of(name)).OfType<double>().Order().ToList();
        return values.Count == 0 ? null : values[values.Count / 2];
    }

    private static string Text(double? value) => value?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";
}
