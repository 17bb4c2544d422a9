using System.Diagnostics;
using System.Text.Json;
using Aspire.Hosting;
using Aspire.Hosting.Testing;
using Portal.SystemTests.Mail;

namespace Portal.SystemTests.Running;

/// <summary>The whole system as the app host starts it, with a mail server that keeps everything.</summary>
public class PortalSystem : IAsyncLifetime
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(3);
    private readonly int _replicas;
    private DistributedApplication _application = null!;
    private Uri _status = null!;

    /// <summary>One process of each service.</summary>
    public PortalSystem()
        : this(1)
    {
    }

    /// <summary>Several processes of each service.</summary>
    protected PortalSystem(int replicas) => _replicas = replicas;

    internal SmtpSink Mail { get; private set; } = null!;

    internal PartnerApi Partner { get; private set; } = null!;

    /// <summary>A client of the gateway without a token.</summary>
    internal HttpClient Stranger() => _application.CreateHttpClient("gateway");

    public async ValueTask InitializeAsync()
    {
        using var patience = new CancellationTokenSource(StartPatience);
        Mail = await SmtpSink.StartAsync(patience.Token);
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.Portal_AppHost>(
            [
                "--environment=Development",
                $"--replicas={_replicas}",
                "--Smtp:Host=127.0.0.1",
                $"--Smtp:Port={Mail.Port}",
                "--Smtp:Security=none",
                "--Smtp:From=Harborlight <certificates@harborlight.example>",
            ],
            patience.Token);
        _application = await builder.BuildAsync(patience.Token);
        await _application.StartAsync(patience.Token);
        var run = await RunFileAsync(Path.Combine(builder.Configuration["PORTAL_DATA"]!, "run.json"), patience.Token);
        _status = new Uri(run.GetProperty("status").GetString()!);
        Partner = new PartnerApi(_application.CreateHttpClient("gateway"));
        var partner = run.GetProperty("partner");
        await Partner.SignInAsync(
            partner.GetProperty("clientId").GetString()!, partner.GetProperty("clientSecret").GetString()!, patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        Partner.Dispose();
        await _application.DisposeAsync();
        Mail.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends every process of a resource with SIGKILL; the app host starts it again.</summary>
    /// <returns>How many were ended.</returns>
    internal async Task<int> KillAsync(string resource, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = _status };
        var status = JsonSerializer.Deserialize<JsonElement>(await http.GetStringAsync("/status.json", cancellationToken));
        var processes = status.GetProperty("resources").EnumerateArray()
            .Single(candidate => candidate.GetProperty("name").GetString() == resource)
            .GetProperty("replicas").EnumerateArray()
            .Select(replica => replica.GetProperty("processId").GetInt32())
            .ToList();
        foreach (var id in processes)
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }

        return processes.Count;
    }

    // The file is written when everything is healthy.
    private static async Task<JsonElement> RunFileAsync(string path, CancellationToken cancellationToken)
    {
        while (!File.Exists(path))
        {
            await Task.Delay(100, cancellationToken);
        }

        return JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(path, cancellationToken));
    }
}
