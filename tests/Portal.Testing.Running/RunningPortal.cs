using System.Diagnostics;
using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.Testing;
using Portal.LocalHosting.Data;
using Portal.LocalHosting.Processes;
using Portal.Testing.Answers;
using Portal.Testing.Mail;
using Portal.Testing.Waiting;

namespace Portal.Testing.Running;

/// <summary>The whole system as the app host starts it, with a mail server of the test's own.</summary>
public sealed class RunningPortal : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(10);
    private readonly DistributedApplication _application;
    private readonly RunningProcesses _processes;
    private readonly string _data;

    private RunningPortal(DistributedApplication application, RunningProcesses processes, SmtpSink mail, string data)
    {
        (_application, _processes, Mail, _data) = (application, processes, mail, data);
        Partner = new PartnerApi(application.CreateHttpClient("gateway"));
    }

    public SmtpSink Mail { get; }

    /// <summary>The demo partner, signed in.</summary>
    public PartnerApi Partner { get; }

    /// <summary>The demo partner's client_id and secret.</summary>
    public (string Id, string Secret) Credentials { get; private init; }

    /// <summary>Starts it and waits until all of it is healthy.</summary>
    /// <param name="start">How it is started.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static async Task<RunningPortal> StartAsync(PortalStart start, CancellationToken cancellationToken)
    {
        var mail = await SmtpSink.StartAsync(start.KeepMail, cancellationToken);
        var data = TemporaryDataFolder.NewPath();
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.Portal_AppHost>(
            [
                "--environment=Development",
                $"--{DataFolder.Key}={data}",
                $"--{DataFolder.DiscardKey}=true",
                "--Logging:LogLevel:Default=Warning",
                string.Create(CultureInfo.InvariantCulture, $"--replicas={start.Replicas}"),
                "--Smtp:Host=127.0.0.1",
                string.Create(CultureInfo.InvariantCulture, $"--Smtp:Port={mail.Port}"),
                "--Smtp:Security=none",
                "--Smtp:From=Harborlight <certificates@harborlight.example>",
                .. start.Settings,
            ],
            // What the processes say is in the data folder; the test's own output need not hold it too.
            (options, _) => (options.EnableResourceLogging, options.DisableDashboard) = (false, !start.Dashboard),
            cancellationToken);
        var application = await builder.BuildAsync(cancellationToken);
        var processes = new RunningProcesses(application.ResourceNotifications);
        var killing = start.KilledMeanwhile is { } resource
            ? KillFirstAsync(processes, resource, cancellationToken)
            : Task.CompletedTask;
        await application.StartAsync(cancellationToken);
        await killing;
        var run = await RunFileAsync(Path.Combine(data, "run.json"), cancellationToken);
        var portal = new RunningPortal(application, processes, mail, data)
        {
            Gateway = run.Gateway,
            Credentials = (run.Partner.ClientId, run.Partner.ClientSecret),
        };
        await portal.Partner.SignInAsync(portal.Credentials.Id, portal.Credentials.Secret, cancellationToken);
        return portal;
    }

    /// <summary>Address of the portal, as it calls itself.</summary>
    public Uri Gateway { get; private init; } = null!;

    /// <summary>A person's browser.</summary>
    public PortalBrowser Browser() => new(Gateway);

    /// <summary>A client of the gateway without a token.</summary>
    public HttpClient Stranger() => _application.CreateHttpClient("gateway");

    /// <summary>Address at which a resource answers, past the gateway.</summary>
    public Uri AddressOf(string resource) => _application.GetEndpoint(resource);

    /// <summary>A secret that the app host made up for this system.</summary>
    public async Task<string> SecretAsync(string name, CancellationToken cancellationToken) =>
        JsonAnswers.ReadPart<Dictionary<string, string>>(
            await File.ReadAllTextAsync(Path.Combine(_data, "parameters.json"), cancellationToken))[name];

    /// <summary>Connection string of a server that the app host runs.</summary>
    public async Task<string> ConnectionStringAsync(string server, CancellationToken cancellationToken) =>
        (await _application.GetConnectionStringAsync(server, cancellationToken))!;

    /// <summary>
    /// Most memory that each of the portal's own processes has held, in bytes, by the process's name.
    /// </summary>
    public IReadOnlyDictionary<string, long> PeakMemory() =>
        _processes.All.ToDictionary(process => process.Name, process => ProcessInfo.Memory(process.Id).Peak);

    /// <summary>
    /// Memory of what runs the portal's processes, in bytes: this process itself, Aspire's orchestrator with a monitor
    /// for each process, and the dashboard. Pages shared among processes are counted once in all (PSS).
    /// </summary>
    public static long HostMemory() => HostProcesses.Of(Environment.ProcessId).Sum(ProcessInfo.ProportionalMemory);

    /// <summary>
    /// Ends every process of a resource with SIGKILL, and what those have started; the app host starts it again.
    /// </summary>
    /// <returns>How many were ended.</returns>
    public int Kill(string resource)
    {
        var running = _processes.Of(resource);
        foreach (var id in running)
        {
            Kill(id);
        }

        return running.Count;
    }

    public async ValueTask DisposeAsync()
    {
        Partner.Dispose();
        await _application.DisposeAsync();
        await _processes.DisposeAsync();
        Mail.Dispose();
    }

    private static async Task KillFirstAsync(
        RunningProcesses processes, string resource, CancellationToken cancellationToken)
    {
        var running = await Eventually.GetAsync(
            () => processes.Of(resource), some => some.Count > 0, cancellationToken, resource, Patience, Blink);
        Kill(running[0]);
    }

    private static void Kill(int id)
    {
        using var process = Process.GetProcessById(id);
        process.Kill(entireProcessTree: true);
    }

    // The file is written when everything is healthy.
    private static async Task<RunFile> RunFileAsync(string path, CancellationToken cancellationToken)
    {
        await Eventually.TrueAsync(() => File.Exists(path), cancellationToken, path, Patience);
        return JsonAnswers.ReadPart<RunFile>(await File.ReadAllTextAsync(path, cancellationToken));
    }
}
