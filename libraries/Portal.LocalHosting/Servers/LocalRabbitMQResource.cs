using Aspire.Hosting.ApplicationModel;
using Portal.LocalHosting.Data;
using Portal.LocalHosting.Processes;

namespace Portal.LocalHosting.Servers;

/// <summary>
/// The machine's RabbitMQ as a node of its own: its own folder, cookie, port mapper and ports, all on loopback.
/// </summary>
public sealed class LocalRabbitMQResource(string name, DataFolder data) : LocalServerResource(name, "setpriv", data)
{
    internal const string User = "guest";
    internal const string ManagementEndpointName = "management";

    // The one in the path insists on being root or the user of the system's own broker.
    internal static readonly InstalledProgram Server = new("rabbitmq-server", "rabbitmq-server", FindServer());

    /// <summary>The management page and its API.</summary>
    public EndpointReference ManagementEndpoint => new(this, ManagementEndpointName);

    /// <summary><c>amqp://user:password@host:port</c></summary>
    public override ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create(
        $"amqp://{User}:{Password}@{PrimaryEndpoint.Property(EndpointProperty.IPV4Host)}:{PrimaryEndpoint.Property(EndpointProperty.Port)}");

    internal override IReadOnlyList<InstalledProgram> Programs =>
        [Server, InstalledProgram.Epmd, InstalledProgram.SetPrivileges];

    private static string FindServer() => Directory.Exists("/usr/lib/rabbitmq/lib")
        ? Directory.GetDirectories("/usr/lib/rabbitmq/lib", "rabbitmq_server-*").Order(StringComparer.Ordinal)
            .Select(version => Path.Combine(version, "sbin", "rabbitmq-server")).LastOrDefault("")
        : "";
}
