using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Portal.LocalHosting.Data;

namespace Portal.LocalHosting.Servers;

/// <summary>PostgreSQL without a container.</summary>
public static class LocalPostgresExtensions
{
    // Fast shutdown on SIGTERM: clients are disconnected and nothing is lost, where the server's own answer waits for
    // each of them (postgres(1)).
    private const string Run =
        "trap 'kill -INT $child' TERM INT; \"$@\" & child=$!; wait $child; code=$?; trap - TERM INT; wait $child 2> "
        + "/dev/null; exit $code";

    /// <summary>Adds the machine's PostgreSQL, with its data in the system's data folder.</summary>
    public static IResourceBuilder<LocalPostgresResource> AddLocalPostgres(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, DataFolder data)
    {
        var server = new LocalPostgresResource(name, data)
        {
            Password = builder.AddStoredSecret($"{name}-password", data).Resource,
        };
        var resource = builder.AddLocalServer(server).WithArgs(context => AddArguments(context.Args, server));
        resource.OnBeforeResourceStarted((_, _, cancellationToken) => PrepareAsync(server, cancellationToken));
        resource.OnResourceReady((_, ready, cancellationToken) =>
            CreateDatabasesAsync(
                server, ready.Services.GetRequiredService<ResourceNotificationService>(), cancellationToken));
        string? address = null;
        resource.OnConnectionStringAvailable(async (_, _, cancellationToken) =>
            address = await server.ConnectionStringExpression.GetValueAsync(cancellationToken));
        builder.Services.AddHealthChecks().AddNpgSql(
            _ => $"{address ?? throw new InvalidOperationException("No address yet.")};Database=postgres;Pooling=false;Timeout=3", name: name);
        return resource.WithHealthCheck(name);
    }

    /// <summary>Adds a database, which is created as soon as the server is ready.</summary>
    public static IResourceBuilder<LocalPostgresDatabaseResource> AddDatabase(
        this IResourceBuilder<LocalPostgresResource> server, [ResourceName] string name)
    {
        ArgumentNullException.ThrowIfNull(server);
        var database = new LocalPostgresDatabaseResource(name, server.Resource);
        server.Resource.Add(database);
        return server.ApplicationBuilder.AddResource(database).ExcludeFromManifest();
    }

    private static void AddArguments(IList<object> arguments, LocalPostgresResource server)
    {
        string[] user = ServerUser.Differs ? [.. ServerUser.SetPrivilegeArguments] : [];
        foreach (var argument in (string[])
            [
                "-c", Run, "sh", "setpriv", "--no-new-privs", .. user, "--pdeathsig", "INT",
                LocalPostgresResource.Server.Path, "-D", server.Cluster, "-p",
            ])
        {
            arguments.Add(argument);
        }

        arguments.Add(server.PrimaryEndpoint.Property(EndpointProperty.TargetPort));
        string[] settings =
        [
            "listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=300", "shared_buffers=256MB",
            // Data that nobody keeps need not survive a power cut.
            .. server.KeepsData ? Array.Empty<string>() : ["fsync=off", "full_page_writes=off"],
        ];
        foreach (var setting in settings)
        {
            arguments.Add("-c");
            arguments.Add(setting);
        }
    }

    /// <summary>Makes the cluster beside its place, so that a half-made one is never taken for a whole one.</summary>
    private static async Task PrepareAsync(LocalPostgresResource server, CancellationToken cancellationToken)
    {
        await ServerFolder.PrepareAsync(server, cancellationToken);
        if (File.Exists(Path.Combine(server.Cluster, "PG_VERSION")))
        {
            return;
        }

        var draft = server.Cluster + ".new";
        if (Directory.Exists(draft))
        {
            Directory.Delete(draft, recursive: true);
        }

        var passwordFile = Path.Combine(server.Folder, "password");
        await ServerFolder.WriteAsync(
            passwordFile, (await server.Password.GetValueAsync(cancellationToken))!, cancellationToken);
        try
        {
            await ServerUser.RunAsync(
                [
                    LocalPostgresResource.Initialize.Path, "-D", draft, "-U", LocalPostgresResource.User,
                    $"--pwfile={passwordFile}",
                    "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync",
                ],
                server.Folder,
                cancellationToken);
        }
        finally
        {
            File.Delete(passwordFile);
        }

        Directory.Move(draft, server.Cluster);
    }

    private static async Task CreateDatabasesAsync(
        LocalPostgresResource server, ResourceNotificationService notifications, CancellationToken cancellationToken)
    {
        var address = await server.ConnectionStringExpression.GetValueAsync(cancellationToken);
        await using var source = NpgsqlDataSource.Create($"{address};Pooling=false;Database=postgres");
        foreach (var database in server.Databases)
        {
            await using var exists = source.CreateCommand("SELECT 1 FROM pg_database WHERE datname = $1");
            exists.Parameters.AddWithValue(database.Name);
            if (await exists.ExecuteScalarAsync(cancellationToken) is null)
            {
                await using var create = source.CreateCommand(
                    $"CREATE DATABASE \"{database.Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
                await create.ExecuteNonQueryAsync(cancellationToken);
            }

            await notifications.PublishUpdateAsync(
                database, snapshot => snapshot with { State = KnownResourceStates.Running });
        }
    }
}
