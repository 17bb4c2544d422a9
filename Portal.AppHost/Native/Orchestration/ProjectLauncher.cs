using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Portal.AppHost.Native.Processes;

namespace Portal.AppHost.Native.Orchestration;

/// <summary>Runs the assembly that a project was built into.</summary>
internal sealed class ProjectLauncher(
    ProjectResource resource, DistributedApplicationExecutionContext execution, string environmentName) : Launcher
{
    public override IReadOnlyList<InstalledProgram> Programs => [InstalledProgram.Dotnet];

    public override async Task<Launch> PrepareAsync(int replica, CancellationToken cancellationToken)
    {
        var project = resource.Annotations.OfType<IBuiltProject>().Single();
        if (!File.Exists(project.AssemblyPath))
        {
            throw new DistributedApplicationException($"{project.AssemblyPath} is missing; build it with: dotnet build {project.ProjectPath}");
        }

        var arguments = new List<object>();
        var command = new CommandLineArgsCallbackContext(arguments, resource, cancellationToken);
        foreach (var annotation in resource.Annotations.OfType<CommandLineArgsCallbackAnnotation>())
        {
            await annotation.Callback(command);
        }

        return new Launch
        {
            Program = InstalledProgram.Dotnet.Path,
            Arguments = [project.AssemblyPath, .. arguments.Select(argument => argument.ToString()!)],
            Environment = await EnvironmentAsync(replica, cancellationToken),
            WorkingDirectory = Path.GetDirectoryName(project.ProjectPath)!,
            StopTimeout = TimeSpan.FromSeconds(15),
        };
    }

    public override Task<bool> IsHealthyAsync(int replica, CancellationToken cancellationToken) =>
        HttpHealth.IsHealthyAsync(resource, replica, cancellationToken);

    private async Task<Dictionary<string, string>> EnvironmentAsync(int replica, CancellationToken cancellationToken)
    {
        var environment = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = environmentName,
            ["DOTNET_ENVIRONMENT"] = environmentName,
            ["ASPNETCORE_URLS"] = string.Join(';', resource.Annotations.OfType<EndpointAnnotation>()
                .Where(endpoint => endpoint.UriScheme is "http" or "https")
                .Select(endpoint => endpoint.Replicas[replica].UriString)),
            ["OTEL_SERVICE_NAME"] = resource.Name,
            ["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={resource.Name}-{(replica + 1).ToString(CultureInfo.InvariantCulture)}",
        };
        foreach (var (name, value) in await EnvironmentOfAsync(resource, execution, cancellationToken))
        {
            environment[name] = value;
        }

        return environment;
    }
}
