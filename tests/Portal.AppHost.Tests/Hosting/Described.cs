using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Portal.LocalHosting.Data;

namespace Portal.AppHost.Tests.Hosting;

/// <summary>Reads what a description says of a resource.</summary>
internal static class Described
{
    /// <summary>The portal's description, on a data folder of its own.</summary>
    public static Task<IDistributedApplicationTestingBuilder> PortalAsync(params string[] settings) =>
        DistributedApplicationTestingBuilder.CreateAsync<Projects.Portal_AppHost>(
            [$"--{DataFolder.Key}={TemporaryDataFolder.NewPath()}", $"--{DataFolder.DiscardKey}=true", .. settings],
            TestContext.Current.CancellationToken);

    /// <summary>Gives every endpoint the address that it has once it runs: what environments are made of.</summary>
    public static void AllocateEndpoints(IDistributedApplicationBuilder builder)
    {
        foreach (var endpoint in builder.Resources.SelectMany(
                resource => resource.Annotations.OfType<EndpointAnnotation>()))
        {
            endpoint.AllocatedEndpoint = new AllocatedEndpoint(endpoint, "localhost", 8080);
        }
    }

    public static async Task<Dictionary<string, string>> EnvironmentOfAsync(IResource resource)
    {
        var context = new EnvironmentCallbackContext(
            new DistributedApplicationExecutionContext(
                DistributedApplicationOperation.Run), resource, [], TestContext.Current.CancellationToken);
        foreach (var annotation in resource.Annotations.OfType<EnvironmentCallbackAnnotation>())
        {
            await annotation.Callback(context);
        }

        var environment = new Dictionary<string, string>();
        foreach (var (name, value) in context.EnvironmentVariables)
        {
            environment[name] = (
                value is IValueProvider later ? await later.GetValueAsync(CancellationToken.None) : value.ToString())!;
        }

        return environment;
    }
}
