namespace Aspire.Hosting.ApplicationModel;

/// <summary>Adds to a resource's environment when it is about to start.</summary>
public class EnvironmentCallbackAnnotation(Func<EnvironmentCallbackContext, Task> callback) : IResourceAnnotation
{
    public Func<EnvironmentCallbackContext, Task> Callback { get; } = callback;
}
