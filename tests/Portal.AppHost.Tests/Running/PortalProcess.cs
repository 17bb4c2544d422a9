using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Portal.LocalHosting.Processes;
using Portal.Testing.Waiting;

namespace Portal.AppHost.Tests.Running;

/// <summary>The portal as its app host runs it in a process of its own, as a person starts it.</summary>
internal sealed class PortalProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private readonly Process _process;
    private readonly JsonNode _run;

    private PortalProcess(Process process, string data, JsonNode run) => (_process, Data, _run) = (process, data, run);

    /// <summary>Its data folder.</summary>
    public string Data { get; }

    public string Dashboard => (string)_run["dashboard"]!;

    /// <summary>The ids of its processes and of those that host them, each with its start time.</summary>
    public IReadOnlyList<(int Id, long Started)> Processes =>
        [.. Running.Processes.StartedBy(_process.Id, Data), (_process.Id, ProcessInfo.StartTime(_process.Id) ?? 0)];

    /// <summary>Starts it and waits until all is healthy.</summary>
    /// <param name="data">Its data folder.</param>
    /// <param name="workingDirectory">Where it is started.</param>
    public static async Task<PortalProcess> StartAsync(string data, string workingDirectory)
    {
        var program = Path.Combine(HostSettings.Folder, "bin", Build, "net10.0", "Portal.AppHost.dll");
        // Tests that a script runs in the background have inherited that SIGINT is ignored; a person's host has not.
        string[] command =
        [
            "--default-signal=INT", "dotnet", program, $"--Portal:Port={FreePorts.Next()}",
            "--Logging:LogLevel:Default=Warning",
        ];
        var process = Process.Start(
            new ProcessStartInfo("env", command)
            {
                WorkingDirectory = workingDirectory,
                Environment =
            {
                ["PORTAL_DATA"] = data,
                ["ConnectionStrings__rabbitmq"] = "",
                ["ConnectionStrings__postgres"] = "",
            },
            })!;
        var file = Path.Combine(data, "run.json");
        // What a host that was killed left there goes at the start.
        await Eventually.TrueAsync(
            () =>
            {
                Assert.False(
                    process.HasExited,
                    process.HasExited ? $"The host ended with {process.ExitCode} before all was healthy." : "");
                return File.Exists(file) && File.GetLastWriteTimeUtc(file) >= process.StartTime.ToUniversalTime();
            },
            TestContext.Current.CancellationToken,
            "the portal to be healthy",
            Patience);

        return new PortalProcess(process, data, JsonNode.Parse(await File.ReadAllTextAsync(file))!);
    }

    /// <summary>The id of the key that Identity signs with: it is made once and kept in the database.</summary>
    public async Task<string> SigningKeyAsync()
    {
        using var client = new HttpClient { BaseAddress = new Uri((string)_run["gateway"]!) };
        var keys = await client.GetFromJsonAsync<JsonNode>(
            "/.well-known/jwks.json", TestContext.Current.CancellationToken);
        return (string)keys!["keys"]![0]!["kid"]!;
    }

    /// <summary>Sends the host a signal.</summary>
    public void Send(Signal signal) => SystemCalls.Send(_process.Id, signal);

    /// <summary>Waits for the host's own end.</summary>
    /// <exception cref="TimeoutException">It still runs after four minutes.</exception>
    public Task WaitForExitAsync() =>
        _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);

    public void Dispose()
    {
        // Only where a test fails does it still run.
        if (!_process.HasExited)
        {
            _process.Kill();
            LeftoverProcesses.Kill(Data);
        }

        _process.Dispose();
    }

#if DEBUG
    private const string Build = "Debug";
#else
    private const string Build = "Release";
#endif
}
