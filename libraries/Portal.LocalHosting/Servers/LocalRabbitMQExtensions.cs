using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Portal.LocalHosting.Data;
using RabbitMQ.Client;

namespace Portal.LocalHosting.Servers;

/// <summary>RabbitMQ without a container.</summary>
public static class LocalRabbitMQExtensions
{
    private const string DistributionEndpointName = "distribution";
    private const string PortMapperEndpointName = "epmd";

    /// <summary>
    /// Adds the machine's RabbitMQ with its management page, and its data in the system's data folder.
    /// </summary>
    public static IResourceBuilder<LocalRabbitMQResource> AddLocalRabbitMQ(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, DataFolder data)
    {
        var server = new LocalRabbitMQResource(name, data)
        {
            Password = builder.AddStoredSecret($"{name}-password", data).Resource,
        };
        string[] user = ServerUser.Differs ? [.. ServerUser.SetPrivilegeArguments] : [];
        var resource = builder.AddLocalServer(server)
            .WithLoopbackEndpoint(LocalRabbitMQResource.ManagementEndpointName, "http")
            .WithLoopbackEndpoint(DistributionEndpointName)
            .WithLoopbackEndpoint(PortMapperEndpointName)
            .WithUrlForEndpoint(LocalRabbitMQResource.ManagementEndpointName, url => url.DisplayText = "Management")
            // The port mapper would outlive the broker that starts it; started so, it ends with the broker.
            .WithArgs(
                [
                    "--no-new-privs", .. user, "/bin/sh", "-c", "setpriv --pdeathsig TERM epmd & exec \"$0\"",
                    LocalRabbitMQResource.Server.Path,
                ])
            .WithEnvironment(context => AddEnvironment(context.EnvironmentVariables, server));
        resource.OnBeforeResourceStarted((_, _, cancellationToken) => PrepareAsync(server, cancellationToken));
        IConnection? connection = null;
        builder.Services.AddHealthChecks().AddRabbitMQ(
            async _ => connection ??= await ConnectAsync(server), name: name);
        return resource.WithHealthCheck(name);
    }

    // The client connects again by itself when the broker comes back.
    private static async Task<IConnection> ConnectAsync(LocalRabbitMQResource server)
    {
        var address = await server.ConnectionStringExpression.GetValueAsync(CancellationToken.None);
        return await new ConnectionFactory
        {
            Uri = new Uri(address!),
            ClientProvidedName = "app host",
        }.CreateConnectionAsync(CancellationToken.None);
    }

    private static void AddEnvironment(Dictionary<string, object> settings, LocalRabbitMQResource server)
    {
        var folder = server.Folder;
        settings["HOME"] = folder;
        settings["LANG"] = "C.UTF-8";
        settings["RABBITMQ_NODENAME"] = $"{server.Name}@localhost";
        settings["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1";
        settings["RABBITMQ_NODE_PORT"] = server.PrimaryEndpoint.Property(EndpointProperty.TargetPort);
        settings["RABBITMQ_DIST_PORT"] = server.GetEndpoint(DistributionEndpointName)
            .Property(EndpointProperty.TargetPort);
        settings["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(folder, "env.conf");
        settings["RABBITMQ_CONFIG_FILE"] = Path.Combine(folder, "rabbitmq.conf");
        settings["RABBITMQ_ADVANCED_CONFIG_FILE"] = Path.Combine(folder, "advanced.config");
        settings["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(folder, "enabled_plugins");
        settings["RABBITMQ_MNESIA_BASE"] = Path.Combine(folder, "mnesia");
        settings["RABBITMQ_LOG_BASE"] = Path.Combine(folder, "log");
        settings["RABBITMQ_LOGS"] = "-";
        settings["RABBITMQ_PID_FILE"] = Path.Combine(folder, "pid");
        settings["RABBITMQ_FEATURE_FLAGS_FILE"] = Path.Combine(folder, "feature_flags");
        settings["RABBITMQ_GENERATED_CONFIG_DIR"] = Path.Combine(folder, "config");
        // Makes the script become the broker instead of waiting beside it.
        settings["RUNNING_UNDER_SYSTEMD"] = "true";
        settings["ERL_EPMD_PORT"] = server.GetEndpoint(PortMapperEndpointName).Property(EndpointProperty.TargetPort);
        settings["ERL_EPMD_ADDRESS"] = "127.0.0.1";
        // The distribution port would listen on every address; idle schedulers would spin on shared cores.
        settings["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] =
            "-kernel inet_dist_use_interface {127,0,0,1} -start_epmd false +sbwt none +sbwtdcpu none +sbwtdio none";
    }

    private static async Task PrepareAsync(LocalRabbitMQResource server, CancellationToken cancellationToken)
    {
        await ServerFolder.PrepareAsync(server, cancellationToken);
        var settings = $"""
            listeners.tcp.default = 127.0.0.1:{Port(server.PrimaryEndpoint)}
            management.tcp.ip = 127.0.0.1
            management.tcp.port = {Port(server.ManagementEndpoint)}
            management.rates_mode = basic
            default_user = {LocalRabbitMQResource.User}
            default_pass = {await server.Password.GetValueAsync(cancellationToken)}
            loopback_users = none
            log.console = true
            log.file = false
            vm_memory_high_watermark.absolute = 1GB
            disk_free_limit.absolute = 200MB

            """;
        await ServerFolder.WriteAsync(Path.Combine(server.Folder, "rabbitmq.conf"), settings, cancellationToken);
        await ServerFolder.WriteAsync(Path.Combine(server.Folder, "advanced.config"), "[].", cancellationToken);
        await ServerFolder.WriteAsync(Path.Combine(server.Folder, "env.conf"), "", cancellationToken);
        await ServerFolder.WriteAsync(
            Path.Combine(server.Folder, "enabled_plugins"), "[rabbitmq_management].", cancellationToken);
    }

    private static string Port(EndpointReference endpoint) =>
        endpoint.EndpointAnnotation.Port!.Value.ToString(CultureInfo.InvariantCulture);
}
