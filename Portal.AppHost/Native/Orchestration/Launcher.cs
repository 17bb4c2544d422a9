using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Portal.AppHost.Native.Processes;

namespace Portal.AppHost.Native.Orchestration;

/// <summary>Knows how a kind of resource is started and when it is well.</summary>
internal abstract class Launcher
{
    public abstract IReadOnlyList<InstalledProgram> Programs { get; }

    /// <summary>Prepares what the process needs and says how to start it.</summary>
    /// <param name="replica">Its number, from 0.</param>
    public abstract Task<Launch> PrepareAsync(int replica, CancellationToken cancellationToken);

    /// <summary>Whether it serves. A refused connection is an answer, not an error.</summary>
    public abstract Task<bool> IsHealthyAsync(int replica, CancellationToken cancellationToken);

    /// <summary>The resource's environment as its description gives it.</summary>
    protected static async Task<Dictionary<string, string>> EnvironmentOfAsync(
        IResource resource, DistributedApplicationExecutionContext execution, CancellationToken cancellationToken)
    {
        var context = new EnvironmentCallbackContext(execution, resource, cancellationToken: cancellationToken);
        foreach (var annotation in resource.Annotations.OfType<EnvironmentCallbackAnnotation>())
        {
            await annotation.Callback(context);
        }

        var resolved = new Dictionary<string, string>();
        foreach (var (name, value) in context.EnvironmentVariables)
        {
            resolved[name] = await TextOfAsync(value, cancellationToken);
        }

        return resolved;
    }

    protected static async Task<string> TextOfAsync(object value, CancellationToken cancellationToken) =>
        (value is IValueProvider provider ? await provider.GetValueAsync(cancellationToken) : value.ToString()) ?? "";
}
