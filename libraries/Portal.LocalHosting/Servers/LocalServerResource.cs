using Aspire.Hosting.ApplicationModel;
using Portal.LocalHosting.Data;

namespace Portal.LocalHosting.Servers;

/// <summary>
/// A server that the machine's own packages brought, on a data folder of its own and as a user without rights.
/// </summary>
/// <param name="name">Name of the resource.</param>
/// <param name="command">Program that starts it.</param>
/// <param name="data">Folder of the system, in which the server gets one of its own.</param>
public abstract class LocalServerResource(string name, string command, DataFolder data)
    : ExecutableResource(name, command, data.Root), IResourceWithConnectionString
{
    /// <summary>Where the server keeps what it writes; nobody but its user enters.</summary>
    public string Folder { get; } = ServerFolder.PathOf(name, data);

    /// <summary>Whether what it keeps outlives the run.</summary>
    public bool KeepsData { get; } = !data.IsDiscarded;

    /// <summary>Password of the server's only user.</summary>
    public required ParameterResource Password { get; init; }

    /// <summary>Where clients connect.</summary>
    public EndpointReference PrimaryEndpoint => new(this, "tcp");

    /// <inheritdoc/>
    public abstract ReferenceExpression ConnectionStringExpression { get; }

    /// <summary>The programs that have to be installed.</summary>
    internal abstract IReadOnlyList<Processes.InstalledProgram> Programs { get; }
}
