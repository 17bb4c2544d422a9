using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Portal.Testing.Running;
using Portal.Testing.Running.Answers;

namespace Portal.Benchmarks.Fanout;

/// <summary>
/// The main job on the whole system: a client with many holders renews, and every mail is accepted by a sink. Then each
/// stage alone, in the same run, as the floor under it.
/// </summary>
internal static class FanoutBenchmark
{
    /// <summary>
    /// Prints one line of JSON: seconds to the first and the last mail, rates, floors and peak memory.
    /// </summary>
    public static async Task RunAsync(TextWriter output, int holders, CancellationToken cancellationToken)
    {
        var system = await RunSystemAsync(holders, cancellationToken);
        var floors = await Floors.MeasureAsync(cancellationToken);
        var slowest = floors.Values.Min();
        await output.WriteLineAsync(JsonSerializer.Serialize(new
        {
            benchmark = "fanout",
            holders,
            startSeconds = Math.Round(system.StartSeconds, 1),
            first = system.First.Rounded(slowest),
            second = system.Second.Rounded(slowest),
            floorsPerSecond = floors.ToDictionary(floor => floor.Key, floor => Math.Round(floor.Value)),
            hostMegabytes = system.HostMemory / 1_000_000,
            peakMegabytes = system.PeakMemory.ToDictionary(
                process => process.Key, process => process.Value / 1_000_000),
        }));
    }

    private static async Task<SystemRun> RunSystemAsync(int holders, CancellationToken cancellationToken)
    {
        var starting = Stopwatch.StartNew();
        await using var portal = await RunningPortal.StartAsync(
            new PortalStart { Dashboard = true }, cancellationToken);
        var startSeconds = starting.Elapsed.TotalSeconds;
        await ImportAsync(portal, holders, cancellationToken);

        // The first renewal finds every service as it started; the second finds it warm.
        var first = await RenewAsync(portal, new DateOnly(2027, 7, 1), cancellationToken);
        var second = await RenewAsync(portal, new DateOnly(2028, 7, 1), cancellationToken);
        return new SystemRun(startSeconds, first, second, portal.PeakMemory(), RunningPortal.HostMemory());
    }

    private static async Task ImportAsync(RunningPortal portal, int holders, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("portal-fanout-");
        try
        {
            var files = DemoBook.Files("heavy").ToDictionary();
            files["holders"] = Path.Combine(folder.FullName, "holders.csv");
            await File.WriteAllLinesAsync(files["holders"], HolderLines(holders), cancellationToken);
            var job = await portal.Partner.ImportAsync(files, dryRun: false, cancellationToken);
            if (job.Holders.Added != holders)
            {
                throw new InvalidOperationException($"The import did not add all holders: {job}");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> HolderLines(int holders) => Enumerable.Range(1, holders)
        .Select(number => string.Create(
            CultureInfo.InvariantCulture,
            $"{DemoBook.HeavyClient},Holder {number:00000} Builders and Sons,{number} Harbor "
            + $"Dr,Tampa,FL,33602,certs{number}@holder{number}.example,Job "
            + $"{number},general_liability;auto;workers_compensation;umbrella,Y,Y,Y,Y,All operations of the named "
            + $"insured at the above project."))
        .Prepend(
            "client_ref,holder_name,street,city,state,zip,email,project,policies,additional_insured,waiver_of_subrogation,primary_noncontributory,receives_renewals,description");

    private static async Task<FanoutRun> RenewAsync(
        RunningPortal portal, DateOnly effective, CancellationToken cancellationToken)
    {
        var policies = await portal.Partner.PoliciesAsync(DemoBook.HeavyClient, cancellationToken);
        var asked = DateTimeOffset.UtcNow;
        var distribution = await portal.Partner.RenewAsync(policies, effective, cancellationToken);
        var finished = await portal.Partner.FinishedAsync(distribution, cancellationToken);
        var accepted = new List<DateTimeOffset>();
        string? cursor = null;
        do
        {
            var page = await portal.Partner.GetAsync<PageAnswer<DeliveryAnswer>>(
                $"/api/v1/deliveries?distribution={distribution}&status=delivered&limit=200{(cursor is null ? "" : $"&cursor={cursor}")}",
                cancellationToken);
            accepted.AddRange(page.Items.Select(item => item.DeliveredAt!.Value));
            cursor = page.Next;
        }
        while (cursor is not null);

        return new FanoutRun(
            finished.Delivered,
            finished.Failed,
            (accepted.Min() - asked).TotalSeconds,
            (accepted.Max() - asked).TotalSeconds);
    }
}
