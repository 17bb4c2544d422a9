using System.Diagnostics;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Portal.Testing.Telemetry;
using Portal.Testing.Tokens;

namespace Portal.ServiceDefaults.Tests.Telemetry;

/// <summary>
/// What leaves a process for the collector, and what never does. It is waited for while the service runs: a span ends
/// after its answer has arrived, and on a busy machine after the service was told to end.
/// </summary>
public sealed class ExportTests : IAsyncLifetime
{
    private const string Email = "ana.lopez@example.org";
    private const string Code = "01ABC0DEFG1HJKMNPQRSTVWXYZ";
    private const string Token = "not-a-token-of-anybody";
    private const string Agent = "Firefox/140 of Ana Lopez";

    private static readonly string[] Signals = ["traces", "metrics", "logs"];

    private Collector _collector = null!;
    private TestIssuer _issuer = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _collector = await Collector.StartAsync();
        _issuer = await TestIssuer.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _issuer.DisposeAsync();
        await _collector.DisposeAsync();
    }

    [Fact]
    public async Task An_address_leaves_as_the_template_of_its_route_and_nothing_that_a_caller_sent_leaves_at_all()
    {
        await using (var service = await StartAsync())
        {
            using var client = new HttpClient { BaseAddress = new Uri(service.Urls.Single()) };
            foreach (var path in new[] { $"/verify/{Code}", $"/nowhere/{Code}", $"/failing/{Code}", $"/calls/{Code}" })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, $"{path}?email={Email}&code={Code}");
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
                request.Headers.TryAddWithoutValidation("User-Agent", Agent);
                request.Headers.TryAddWithoutValidation("Cookie", $"__Host-portal={Token}");
                (await client.SendAsync(request, Stop)).Dispose();
            }

            await _collector.HoldsAsync("traces", "GET /verify/{code}", Stop);
            await _collector.HoldsAsync("traces", "GET /calls/{code}", Stop);
            await _collector.HoldsAsync("metrics", "http.server.request.duration", Stop);
            await _collector.HoldsAsync("logs", "An unhandled exception", Stop);
        }

        var exported = _collector.Everything;
        foreach (var secret in new[] { Email, "ana.lopez", Code, Token, Agent, Uri.EscapeDataString(Email) })
        {
            Assert.DoesNotContain(secret, exported, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Health_checks_leave_no_spans_and_neither_does_what_they_ask()
    {
        await using (var service = await StartAsync())
        {
            using var client = new HttpClient { BaseAddress = new Uri(service.Urls.Single()) };
            foreach (var path in new[] { "/health", "/alive", "/health", "/verify/1" })
            {
                (await client.GetAsync(new Uri(path, UriKind.Relative), Stop)).Dispose();
            }

            // The last of them, so that the others would have left.
            await _collector.HoldsAsync("traces", "GET /verify/{code}", Stop);
        }

        Assert.DoesNotContain("/health", _collector.Of("traces"), StringComparison.Ordinal);
        Assert.DoesNotContain("/alive", _collector.Of("traces"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resource_is_what_the_app_host_says_it_is()
    {
        await using (var service = await StartAsync(
            ("OTEL_SERVICE_NAME", "policy"), ("OTEL_RESOURCE_ATTRIBUTES", "service.instance.id=policy-abcdwxyz")))
        {
            using var client = new HttpClient { BaseAddress = new Uri(service.Urls.Single()) };
            (await client.GetAsync(new Uri("/verify/1", UriKind.Relative), Stop)).Dispose();
            foreach (var signal in Signals)
            {
                await _collector.HoldsAsync(signal, "policy-abcdwxyz", Stop);
            }
        }

        foreach (var signal in Signals)
        {
            Assert.DoesNotContain("unknown_service", _collector.Of(signal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_span_of_the_portals_own_and_its_metrics_leave_too()
    {
        using var source = new ActivitySource("Portal.Sample");
        await using (var service = await StartAsync())
        {
            source.StartActivity("send mail")?.Dispose();
            using var meter = new System.Diagnostics.Metrics.Meter("Portal.Sample");
            meter.CreateCounter<int>("portal.sample.mails").Add(1);
            await _collector.HoldsAsync("metrics", "portal.sample.mails", Stop);
            await _collector.HoldsAsync("traces", "send mail", Stop);
        }
    }

    [Fact]
    public void Without_a_collector_nothing_listens()
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddHostDefaults();
        using var services = builder.Services.BuildServiceProvider();

        Assert.Null(services.GetService<TracerProvider>());
        Assert.Null(services.GetService<MeterProvider>());
        Assert.Empty(services.GetServices<ILoggerProvider>().OfType<OpenTelemetryLoggerProvider>());
    }

    private async Task<WebApplication> StartAsync(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(_issuer.Settings);
        builder.Configuration.AddInMemoryCollection(
            _collector.Settings.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value)));
        builder.Configuration.AddInMemoryCollection(
            settings.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value)));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddHttpClient();
        builder.Services.AddHealthChecks().AddCheck<AsksItself>("asks-itself");
        builder.AddServiceDefaults();
        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapGet("/verify/{code}", (string code) => code).AllowAnonymous();
        app.MapGet(
            "/failing/{code}",
            (string code) => code.Length == 0 ? code : throw new InvalidOperationException("It fails."))
            .AllowAnonymous();
        app.MapGet("/calls/{code}", async (string code, HttpRequest request, IHttpClientFactory clients) =>
            await clients.CreateClient().GetStringAsync(
                new Uri($"http://{request.Host}/verify/{code}{request.QueryString}")))
            .AllowAnonymous();
        await app.StartAsync(Stop);
        AsksItself.Address = app.Urls.Single();
        return app;
    }

    private sealed class AsksItself(IHttpClientFactory clients) : IHealthCheck
    {
        public static string Address { get; set; } = "";

        public async Task<HealthCheckResult> CheckHealthAsync(
            HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            using var client = clients.CreateClient();
            await client.GetStringAsync(new Uri(Address + "/alive"), cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }
}
