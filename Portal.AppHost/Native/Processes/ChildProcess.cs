using System.Diagnostics;

namespace Portal.AppHost.Native.Processes;

/// <summary>A process that ends when the host does, whichever way that happens.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;
    private readonly Launch _launch;
    private readonly Task _output;

    private ChildProcess(Process process, Launch launch, LogFile log)
    {
        _process = process;
        _launch = launch;
        _process.StandardInput.Close();
        _output = Task.WhenAll(CopyAsync(process.StandardOutput, log), CopyAsync(process.StandardError, log));
    }

    public int Id => _process.Id;

    public static async Task<ChildProcess> StartAsync(Launch launch, LogFile log)
    {
        // A session of its own keeps the terminal's Ctrl-C for the host, which then stops everything in order.
        var signal = launch.StopSignal == Signal.Interrupt ? "INT" : "TERM";
        IReadOnlyList<string> user = launch.AsServerUser && ServerUser.Differs ? ServerUser.SetPrivilegeArguments : [];
        var start = new ProcessStartInfo(
            InstalledProgram.SetPrivileges.Path,
            ["--pdeathsig", signal, .. user, "setsid", launch.Program, .. launch.Arguments])
        {
            WorkingDirectory = launch.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in launch.Environment)
        {
            start.Environment[name] = value;
        }

        return new ChildProcess(await Spawner.StartAsync(start), launch, log);
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>The exit code; 128 and the signal's number when a signal ended it.</returns>
    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken = default)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Asks it to stop and, when it takes too long, kills it.</summary>
    public async Task StopAsync()
    {
        SystemCalls.Send(Id, _launch.StopSignal);
        using var patience = new CancellationTokenSource(_launch.StopTimeout);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        await Task.WhenAny(_output, Task.Delay(TimeSpan.FromSeconds(1)));
    }

    public void Dispose() => _process.Dispose();

    private static async Task CopyAsync(StreamReader reader, LogFile log)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            log.Write(line);
        }
    }
}
