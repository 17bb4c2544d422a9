using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Portal.Persistence.Database;

/// <summary>
/// What is recorded of the database: statements with their text and never with their values, and the pool.
/// </summary>
internal static class DatabaseTelemetry
{
    public static void AddDatabaseTelemetry(this IServiceCollection services)
    {
        services.ConfigureOpenTelemetryTracerProvider((_, traces) => traces.AddNpgsql());
        services.ConfigureOpenTelemetryMeterProvider((_, metrics) => metrics.AddNpgsqlInstrumentation());
    }

    /// <summary>
    /// Records a statement only as part of something that is being recorded: what polls, be it the relay or a health
    /// check, makes no traces of its own.
    /// </summary>
    public static void Configure(NpgsqlTracingOptionsBuilder tracing) => tracing
        .ConfigureCommandFilter(_ => IsRecording)
        .ConfigureBatchFilter(_ => IsRecording)
        .ConfigureCopyOperationFilter(_ => IsRecording)
        .EnableFirstResponseEvent(enable: false)
        .EnablePhysicalOpenTracing(enable: false);

    private static bool IsRecording => Activity.Current is { IsAllDataRequested: true };
}
