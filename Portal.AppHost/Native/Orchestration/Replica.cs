using System.Diagnostics;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Portal.AppHost.Native.Processes;

namespace Portal.AppHost.Native.Orchestration;

/// <summary>One process of a resource: started, watched, and started again when it dies.</summary>
internal sealed partial class Replica(string name, int number, Launcher launcher, ProcessLedger ledger, LogFile log, ILogger logger)
    : IDisposable
{
    private static readonly TimeSpan StartingInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan RunningInterval = TimeSpan.FromSeconds(2);

    /// <summary>A check that fails while a process is busy is not yet a sick process.</summary>
    private const int FailuresUntilSick = 3;

    private readonly Backoff _backoff = new();

    public string Name => name;

    public int Number => number;

    public IReadOnlyList<string> LastLines => log.Last;

    public string State { get; private set; } = KnownResourceStates.NotStarted;

    public HealthStatus? Health { get; private set; }

    /// <summary>Null while no process runs.</summary>
    public int? ProcessId { get; private set; }

    public DateTime? StartedAt { get; private set; }

    public int? ExitCode { get; private set; }

    public int Restarts { get; private set; }

    /// <summary>Keeps the process running until it is told to stop.</summary>
    /// <param name="changed">Called at each change of state or health.</param>
    public async Task RunAsync(Action changed, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            Set(KnownResourceStates.Starting, health: null, changed);
            var clock = Stopwatch.StartNew();
            try
            {
                await RunOnceAsync(changed, stopping);
            }
            catch (Exception problem) when (problem is Aspire.Hosting.DistributedApplicationException or IOException or System.ComponentModel.Win32Exception)
            {
                log.Write(problem.Message);
                FailedToStart(name, problem.Message);
            }

            if (!stopping.IsCancellationRequested)
            {
                Set(KnownResourceStates.Exited, health: null, changed);
                var wait = _backoff.Next(clock.Elapsed);
                Died(name, ExitCode, wait.TotalSeconds);
                await Task.Delay(wait, stopping).ContinueWith(_ => { }, TaskScheduler.Default);
                Restarts++;
            }
        }

        Set(KnownResourceStates.Finished, health: null, changed);
    }

    public void Dispose() => log.Dispose();

    private async Task RunOnceAsync(Action changed, CancellationToken stopping)
    {
        var launch = await launcher.PrepareAsync(number, stopping);
        using var process = await ChildProcess.StartAsync(launch, log);
        ledger.Add(process.Id);
        ProcessId = process.Id;
        StartedAt = DateTime.UtcNow;
        Set(KnownResourceStates.Running, HealthStatus.Unhealthy, changed);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var watching = WatchHealthAsync(changed, ended.Token);
        try
        {
            ExitCode = await process.WaitForExitAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            Set(KnownResourceStates.Stopping, health: null, changed);
            await process.StopAsync();
        }
        finally
        {
            await ended.CancelAsync();
            await watching;
            ledger.Remove(process.Id);
            ProcessId = null;
        }
    }

    private async Task WatchHealthAsync(Action changed, CancellationToken ended)
    {
        var failures = 0;
        try
        {
            while (true)
            {
                var healthy = await launcher.IsHealthyAsync(number, ended);
                failures = healthy ? 0 : failures + 1;
                if (healthy || failures >= FailuresUntilSick)
                {
                    Set(KnownResourceStates.Running, healthy ? HealthStatus.Healthy : HealthStatus.Unhealthy, changed);
                }

                await Task.Delay(Health == HealthStatus.Healthy ? RunningInterval : StartingInterval, ended);
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The process ended or is about to be stopped.
        }
    }

    private void Set(string state, HealthStatus? health, Action changed)
    {
        if (State != state || Health != health)
        {
            State = state;
            Health = health;
            changed();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Name} ended with code {ExitCode}; starting it again in {Seconds} s")]
    private partial void Died(string name, int? exitCode, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Name} can't be started: {Problem}")]
    private partial void FailedToStart(string name, string problem);
}
