using System.Globalization;
using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;
using Portal.AppHost.Native.Orchestration;
using Portal.AppHost.Native.Processes;

namespace Portal.AppHost.Native.Servers;

/// <summary>Runs the installed RabbitMQ as a node of its own: its own folder, cookie, port mapper and ports, all on loopback.</summary>
internal sealed class RabbitMqLauncher(RabbitMQServerResource resource, DataFolder data, FreePorts ports) : Launcher
{
    // The one in the path insists on being root or the user of the system's own broker.
    private static readonly InstalledProgram Server = new("rabbitmq-server", "rabbitmq-server", FindServer());

    private readonly int _distributionPort = ports.Next();
    private readonly int _mapperPort = ports.Next();
    private string? _folder;

    public override IReadOnlyList<InstalledProgram> Programs => [Server, InstalledProgram.Epmd];

    public override async Task<Launch> PrepareAsync(int replica, CancellationToken cancellationToken)
    {
        _folder ??= await ServerFolder.PrepareAsync(resource, data, cancellationToken);
        await WriteSettingsAsync(_folder, cancellationToken);
        return new Launch
        {
            Program = "/bin/sh",
            // The port mapper would outlive the broker that starts it; started so, it ends with the broker.
            Arguments = ["-c", "setpriv --pdeathsig TERM epmd & exec \"$0\"", Server.Path],
            Environment = EnvironmentIn(_folder),
            WorkingDirectory = _folder,
            AsServerUser = true,
            // Without data to keep there is nothing to wait for.
            StopSignal = ServerFolder.IsKept(resource) ? Signal.Terminate : Signal.Kill,
            StopTimeout = TimeSpan.FromSeconds(20),
        };
    }

    /// <summary>Opens a connection as AMQP 0-9-1 (4.2.2) has it: the broker answers the header with a method frame, type 1.</summary>
    public override async Task<bool> IsHealthyAsync(int replica, CancellationToken cancellationToken)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(resource.PrimaryEndpoint.Host, resource.PrimaryEndpoint.Port, cancellationToken);
            var stream = client.GetStream();
            await stream.WriteAsync("AMQP\0\0\u0009\u0001"u8.ToArray(), cancellationToken);
            var answer = new byte[1];
            return await stream.ReadAsync(answer, cancellationToken) == 1 && answer[0] == 1;
        }
        catch (IOException)
        {
            return false;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string FindServer() => Directory.Exists("/usr/lib/rabbitmq/lib")
        ? Directory.GetDirectories("/usr/lib/rabbitmq/lib", "rabbitmq_server-*").Order(StringComparer.Ordinal)
            .Select(version => Path.Combine(version, "sbin", "rabbitmq-server")).LastOrDefault("")
        : "";

    private async Task WriteSettingsAsync(string folder, CancellationToken cancellationToken)
    {
        var settings = $"""
            listeners.tcp.default = 127.0.0.1:{Text(resource.PrimaryEndpoint.Port)}
            default_user = {await resource.UserNameReference.GetValueAsync(cancellationToken)}
            default_pass = {await resource.PasswordParameter.GetValueAsync(cancellationToken)}
            loopback_users = none
            log.console = true
            log.file = false
            vm_memory_high_watermark.absolute = 1GB
            disk_free_limit.absolute = 200MB

            """;
        if (resource.ManagementEndpoint.Exists)
        {
            settings += $"""
                management.tcp.ip = 127.0.0.1
                management.tcp.port = {Text(resource.ManagementEndpoint.Port)}
                management.rates_mode = basic

                """;
        }

        var plugins = resource.ManagementEndpoint.Exists ? "[rabbitmq_management]." : "[].";
        await ServerFolder.WriteAsync(Path.Combine(folder, "rabbitmq.conf"), settings, cancellationToken);
        await ServerFolder.WriteAsync(Path.Combine(folder, "advanced.config"), "[].", cancellationToken);
        await ServerFolder.WriteAsync(Path.Combine(folder, "env.conf"), "", cancellationToken);
        await ServerFolder.WriteAsync(Path.Combine(folder, "enabled_plugins"), plugins, cancellationToken);
    }

    private Dictionary<string, string> EnvironmentIn(string folder) => new()
    {
        ["HOME"] = folder,
        ["LANG"] = "C.UTF-8",
        ["RABBITMQ_NODENAME"] = $"{resource.Name}@localhost",
        ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_NODE_PORT"] = Text(resource.PrimaryEndpoint.Port),
        ["RABBITMQ_DIST_PORT"] = Text(_distributionPort),
        ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(folder, "env.conf"),
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(folder, "rabbitmq.conf"),
        ["RABBITMQ_ADVANCED_CONFIG_FILE"] = Path.Combine(folder, "advanced.config"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(folder, "enabled_plugins"),
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(folder, "mnesia"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(folder, "log"),
        ["RABBITMQ_LOGS"] = "-",
        ["RABBITMQ_PID_FILE"] = Path.Combine(folder, "pid"),
        ["RABBITMQ_FEATURE_FLAGS_FILE"] = Path.Combine(folder, "feature_flags"),
        ["RABBITMQ_GENERATED_CONFIG_DIR"] = Path.Combine(folder, "config"),
        // Makes the script become the broker instead of waiting beside it.
        ["RUNNING_UNDER_SYSTEMD"] = "true",
        ["ERL_EPMD_PORT"] = Text(_mapperPort),
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        // The distribution port would listen on every address; idle schedulers would spin on shared cores.
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] =
            "-kernel inet_dist_use_interface {127,0,0,1} -start_epmd false +sbwt none +sbwtdcpu none +sbwtdio none",
    };

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
