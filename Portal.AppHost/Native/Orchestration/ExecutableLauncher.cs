using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Portal.AppHost.Native.Processes;

namespace Portal.AppHost.Native.Orchestration;

/// <summary>Runs a program of this machine.</summary>
internal sealed class ExecutableLauncher(ExecutableResource resource, DistributedApplicationExecutionContext execution, DataFolder data) : Launcher
{
    public override IReadOnlyList<InstalledProgram> Programs => [Program];

    private InstalledProgram Program => new(resource.Command, resource.Command is "node" ? "nodejs npm" : resource.Command);

    public override async Task<Launch> PrepareAsync(int replica, CancellationToken cancellationToken)
    {
        var environment = await EnvironmentOfAsync(resource, execution, cancellationToken);
        environment["TMPDIR"] = EmptyFolder();
        foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>().Where(endpoint => endpoint.PortVariable is not null))
        {
            environment[endpoint.PortVariable!] = endpoint.Replicas[replica].Port.ToString(CultureInfo.InvariantCulture);
        }

        return new Launch
        {
            Program = Program.Path,
            Arguments = await ArgumentsAsync(cancellationToken),
            Environment = environment,
            WorkingDirectory = resource.WorkingDirectory,
        };
    }

    public override Task<bool> IsHealthyAsync(int replica, CancellationToken cancellationToken) =>
        HttpHealth.IsHealthyAsync(resource, replica, cancellationToken);

    /// <summary>A place for what it would leave in the machine's own.</summary>
    private string EmptyFolder()
    {
        var path = Path.Combine(data.Root, "tmp", resource.Name);
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }

        return Directory.CreateDirectory(path).FullName;
    }

    private async Task<IReadOnlyList<string>> ArgumentsAsync(CancellationToken cancellationToken)
    {
        var context = new CommandLineArgsCallbackContext([], resource, cancellationToken);
        foreach (var annotation in resource.Annotations.OfType<CommandLineArgsCallbackAnnotation>())
        {
            await annotation.Callback(context);
        }

        var arguments = new List<string>();
        foreach (var argument in context.Args)
        {
            arguments.Add(await TextOfAsync(argument, cancellationToken));
        }

        return arguments;
    }
}
