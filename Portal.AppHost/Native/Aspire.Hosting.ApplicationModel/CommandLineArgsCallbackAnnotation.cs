namespace Aspire.Hosting.ApplicationModel;

/// <summary>Adds to a resource's command line when it is about to start.</summary>
public class CommandLineArgsCallbackAnnotation(Func<CommandLineArgsCallbackContext, Task> callback) : IResourceAnnotation
{
    public Func<CommandLineArgsCallbackContext, Task> Callback { get; } = callback;
}
