using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Portal.Testing.Waiting;

namespace Portal.Testing.Telemetry;

/// <summary>
/// Stands where the collector stands and keeps every byte of spans, metrics and logs that a process exports over OTLP.
/// Give
/// <see cref="Settings"/> to the service under test. Other services of the same test program export their spans too.
/// </summary>
public sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, string Body)> _received = new();

    private Collector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/v1/{signal}", async (HttpContext http, string signal) =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            // Protobuf keeps text as it is, so that what is looked for is found in between the other bytes.
            _received.Enqueue((signal, Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length)));
            return Results.Ok();
        });
    }

    /// <summary>Settings that make a service export to here, at once.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _app.Urls.Single(),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_TRACES_SAMPLER"] = "always_on",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
        ["OTEL_BLRP_SCHEDULE_DELAY"] = "100",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
    };

    /// <summary>Everything exported so far.</summary>
    public string Everything => string.Join('\n', _received.Select(one => one.Body));

    public static async Task<Collector> StartAsync()
    {
        var collector = new Collector();
        await collector._app.StartAsync();
        return collector;
    }

    /// <summary>What was exported of one signal: <c>traces</c>, <c>metrics</c> or <c>logs</c>.</summary>
    public string Of(string signal) =>
        string.Join('\n', _received.Where(one => one.Path == signal).Select(one => one.Body));

    /// <summary>Waits until a signal holds a text.</summary>
    public Task HoldsAsync(string signal, string text, CancellationToken cancellationToken) => Eventually.TrueAsync(
        () => Of(signal).Contains(text, StringComparison.Ordinal), cancellationToken, $"{signal} that hold '{text}'");

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
