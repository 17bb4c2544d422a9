using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Portal.Outbox.Actions;
using Portal.Outbox.Database;
using Portal.Outbox.Inbox;
using Portal.Outbox.Relay;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Outbox;

/// <summary>A service's database.</summary>
public static class PortalDatabaseExtensions
{
    /// <summary>
    /// Adds a context over <c>ConnectionStrings__{name}</c> with one pool of connections (<c>Database:MaxPoolSize</c>, 20,
    /// unless the string says). The database is created and migrated before anything else of the host starts, also
    /// by several replicas at once. Where the model has them, the outbox gets its relay, which needs the bus, and the
    /// inbox its cleaner. The context takes the scope's <see cref="AgencyScope"/>, and <see cref="NpgsqlDataSource"/> is
    /// there for what EF Core is too slow for.
    /// </summary>
    /// <param name="builder">The service's builder.</param>
    /// <param name="name">Name of the connection string.</param>
    /// <param name="recordActionsOf">
    /// Name of the service, such as <c>policy</c>, under which what people and partners change by its routes is told to the
    /// audit trail (<see cref="Contracts.ActionRecorded"/>), in the transaction that changes it; the model then needs the
    /// outbox. Null for a service that tells nobody: one without such routes, and Identity, which keeps the trail.
    /// </param>
    public static IHostApplicationBuilder AddPortalDatabase<TContext>(
        this IHostApplicationBuilder builder, string name, string? recordActionsOf = null)
        where TContext : PortalDb
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.TryAddScoped<AgencyScope>();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(_ => new NpgsqlDataSourceBuilder(Settings().ConnectionString)
            .EnableDynamicJson().ConfigureTracing(DatabaseTelemetry.Configure).Build());
        builder.Services.AddDatabaseTelemetry();
        if (recordActionsOf is not null)
        {
            builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<ActionRecorder>(services, recordActionsOf));
        }

        builder.Services.AddDbContext<TContext>(
            (services, options) => options
                .UseNpgsql(services.GetRequiredService<NpgsqlDataSource>())
                .UseSnakeCaseNamingConvention()
                .AddInterceptors(services.GetServices<ActionRecorder>())
                // Spans show each statement; a line of the log for each would cost more than many a statement.
                .ConfigureWarnings(events => events.Log((RelationalEventId.CommandExecuted, LogLevel.Debug))),
            optionsLifetime: ServiceLifetime.Singleton);
        builder.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<DatabaseStarter<TContext>>(services, Settings()));
        builder.Services.AddMetrics();
        builder.Services.TryAddSingleton<OutboxMetrics>();
        builder.Services.AddHostedService<OutboxWorker<TContext>>();
        builder.Services.AddHostedService<OutboxWatch<TContext>>();
        builder.Services.AddHostedService<InboxCleaner<TContext>>();
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealthCheck>(name);
        builder.Services.AddExceptionHandler<DatabaseOutage>();
        return builder;

        NpgsqlConnectionStringBuilder Settings() => DatabaseSettings.Read(builder.Configuration, name);
    }
}
