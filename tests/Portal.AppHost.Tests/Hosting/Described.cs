using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Portal.AppHost.Tests.Hosting;

/// <summary>Reads what a description says of a resource.</summary>
internal static class Described
{
    public static async Task<Dictionary<string, string>> EnvironmentOfAsync(IResource resource)
    {
        var context = new EnvironmentCallbackContext(new(DistributedApplicationOperation.Run), resource);
        foreach (var annotation in resource.Annotations.OfType<EnvironmentCallbackAnnotation>())
        {
            await annotation.Callback(context);
        }

        var environment = new Dictionary<string, string>();
        foreach (var (name, value) in context.EnvironmentVariables)
        {
            environment[name] = (value is IValueProvider later ? await later.GetValueAsync(CancellationToken.None) : value.ToString())!;
        }

        return environment;
    }
}
