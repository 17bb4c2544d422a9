using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Portal.Persistence.Database;
using Portal.Persistence.Inbox;
using Portal.Persistence.Outbox.Relay;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Persistence;

/// <summary>A service's database.</summary>
public static class PortalDatabaseExtensions
{
    /// <summary>
    /// Adds a context over <c>ConnectionStrings__{name}</c> with one pool of connections (<c>Database:MaxPoolSize</c>,
    /// 20, unless the string says). The database is created and migrated before anything else of the host starts, also
    /// by several replicas at once. Where the model has them, the outbox gets its relay, which needs the bus, and the
    /// inbox its cleaner. The context takes the scope's <see cref="AgencyScope"/>, and <see cref="NpgsqlDataSource"/>
    /// is there for what EF Core is too slow for. Every registered <see cref="ISaveChangesInterceptor"/> sees what is
    /// saved.
    /// </summary>
    /// <param name="builder">The service's builder.</param>
    /// <param name="name">Name of the connection string.</param>
    public static IHostApplicationBuilder AddPortalDatabase<TContext>(
        this IHostApplicationBuilder builder, string name)
        where TContext : PortalDb
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.TryAddScoped<AgencyScope>();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(_ => new NpgsqlDataSourceBuilder(Settings().ConnectionString)
            .EnableDynamicJson().ConfigureTracing(DatabaseTelemetry.Configure).Build());
        builder.Services.AddDatabaseTelemetry();
        builder.Services.AddDbContext<TContext>(
            (services, options) => options
                .UseNpgsql(services.GetRequiredService<NpgsqlDataSource>())
                .UseSnakeCaseNamingConvention()
                .AddInterceptors(services.GetServices<ISaveChangesInterceptor>())
                // Spans show each statement; a line of the log for each would cost more than many a statement.
                .ConfigureWarnings(events => events.Log((RelationalEventId.CommandExecuted, LogLevel.Debug))),
            optionsLifetime: ServiceLifetime.Singleton);
        builder.Services.AddHostedService(
            services => ActivatorUtilities.CreateInstance<DatabaseStarter<TContext>>(services, Settings()));
        builder.Services.AddMetrics();
        builder.Services.TryAddSingleton<OutboxMetrics>();
        builder.Services.AddHostedService<OutboxWorker<TContext>>();
        builder.Services.AddHostedService<OutboxWatch<TContext>>();
        builder.Services.AddHostedService<InboxCleaner<TContext>>();
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealthCheck>(name);
        builder.Services.AddExceptionHandler<DatabaseOutage>();
        return builder;

        NpgsqlConnectionStringBuilder Settings() => DatabaseOptions.Read(builder.Configuration, name);
    }
}
