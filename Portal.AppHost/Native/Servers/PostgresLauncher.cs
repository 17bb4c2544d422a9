using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Npgsql;
using Portal.AppHost.Native.Orchestration;
using Portal.AppHost.Native.Processes;

namespace Portal.AppHost.Native.Servers;

/// <summary>Runs the installed PostgreSQL on a cluster of its own, on loopback, without a Unix socket.</summary>
internal sealed class PostgresLauncher(PostgresServerResource resource, DataFolder data) : Launcher
{
    private const string Package = "postgresql";

    private static readonly string Binaries = FindBinaries();
    private static readonly InstalledProgram Server = new("postgres", Package, Path.Combine(Binaries, "postgres"));
    private static readonly InstalledProgram Initialize = new("initdb", Package, Path.Combine(Binaries, "initdb"));

    private string? _folder;

    public override IReadOnlyList<InstalledProgram> Programs => [Server, Initialize];

    public override async Task<Launch> PrepareAsync(int replica, CancellationToken cancellationToken)
    {
        _folder ??= await ServerFolder.PrepareAsync(resource, data, cancellationToken);
        var cluster = Path.Combine(_folder, "data");
        if (!File.Exists(Path.Combine(cluster, "PG_VERSION")))
        {
            await InitializeAsync(_folder, cluster, cancellationToken);
        }

        return new Launch
        {
            Program = Server.Path,
            Arguments =
            [
                "-D", cluster,
                "-p", resource.PrimaryEndpoint.Port.ToString(CultureInfo.InvariantCulture),
                .. Settings("listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=300", "shared_buffers=256MB"),
                // Data that nobody keeps need not survive a power cut.
                .. ServerFolder.IsKept(resource) ? [] : Settings("fsync=off", "synchronous_commit=off", "full_page_writes=off"),
            ],
            Environment = new Dictionary<string, string> { ["HOME"] = _folder, ["LC_ALL"] = "C.UTF-8" },
            WorkingDirectory = _folder,
            AsServerUser = true,
            // Fast shutdown: clients are disconnected, nothing is lost (postgres(1)).
            StopSignal = Signal.Interrupt,
        };
    }

    public override async Task<bool> IsHealthyAsync(int replica, CancellationToken cancellationToken)
    {
        var address = await resource.ConnectionStringExpression.GetValueAsync(cancellationToken);
        try
        {
            await using var connection = new NpgsqlConnection($"{address};Pooling=false;Timeout=3;Database=postgres");
            await connection.OpenAsync(cancellationToken);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    /// <summary>Debian keeps the server's programs out of the path, a folder for each version.</summary>
    private static string FindBinaries() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").OrderBy(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
            .Select(version => Path.Combine(version, "bin")).LastOrDefault("")
        : "";

    private static IEnumerable<string> Settings(params string[] settings) => settings.SelectMany(setting => new[] { "-c", setting });

    /// <summary>Makes the cluster beside its place, so that a half-made one is never taken for a whole one.</summary>
    private async Task InitializeAsync(string folder, string cluster, CancellationToken cancellationToken)
    {
        var draft = cluster + ".new";
        if (Directory.Exists(draft))
        {
            Directory.Delete(draft, recursive: true);
        }

        var passwordFile = Path.Combine(folder, "password");
        var password = await resource.PasswordParameter.GetValueAsync(cancellationToken);
        await ServerFolder.WriteAsync(passwordFile, password!, cancellationToken);
        var launch = new Launch
        {
            Program = Initialize.Path,
            Arguments =
            [
                "-D", draft, "-U", (await resource.UserNameReference.GetValueAsync(cancellationToken))!, $"--pwfile={passwordFile}",
                "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync",
            ],
            Environment = new Dictionary<string, string> { ["HOME"] = folder },
            WorkingDirectory = folder,
            AsServerUser = true,
        };
        using var log = new LogFile(Path.Combine(data.Logs, $"{resource.Name}-initdb.log"));
        using var process = await ChildProcess.StartAsync(launch, log);
        var code = await process.WaitForExitAsync(cancellationToken);
        File.Delete(passwordFile);
        if (code != 0)
        {
            throw new DistributedApplicationException($"initdb failed: {string.Join(' ', log.Last)}");
        }

        Directory.Move(draft, cluster);
    }
}
