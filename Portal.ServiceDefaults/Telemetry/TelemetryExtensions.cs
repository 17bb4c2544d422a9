using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Portal.ServiceDefaults.Telemetry;

/// <summary>
/// Traces, metrics and logs over OTLP, when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to; without it nothing
/// listens, and nothing is spent on it. What is recorded, and what never is, tells docs/decisions/015-telemetry.md.
/// </summary>
internal static class TelemetryExtensions
{
    /// <summary>Sources and meters of the portal's own, each named after its service.</summary>
    private const string Own = "Portal.*";

    // RabbitMQ's own sources are left out: MassTransit's spans of sending and receiving say the same.
    private const string Bus = "MassTransit";

    private static readonly string[] Meters =
    [
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting",
        "System.Net.Http", Bus,
    ];

    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        builder.Services.AddMetrics();
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            return;
        }

        builder.Logging.AddOpenTelemetry(options => options.IncludeFormattedMessage = true);
        var telemetry = builder.Services.AddOpenTelemetry()
            .WithTracing(traces => traces
                .AddAspNetCoreInstrumentation(
                    options => options.Filter = http => !UntracedRequests.Covers(http.Request.Path.Value))
                .AddHttpClientInstrumentation(options =>
                    options.FilterHttpRequestMessage = request => !UntracedRequests.Covers(
                        request.RequestUri?.AbsolutePath))
                .AddSource(Bus, Own)
                .AddProcessor(new RedactingProcessor()))
            .WithMetrics(metrics => metrics.AddRuntimeInstrumentation().AddMeter([.. Meters, Own]));
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_SERVICE_NAME"]))
        {
            telemetry.ConfigureResource(resource => resource.AddService(builder.Environment.ApplicationName));
        }

        telemetry.UseOtlpExporter();
    }
}
