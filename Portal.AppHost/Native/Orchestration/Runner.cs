using Aspire.Hosting.ApplicationModel;

namespace Portal.AppHost.Native.Orchestration;

/// <summary>Brings one resource up and, when asked, down again.</summary>
internal abstract class Runner(IResource resource)
{
    public IResource Resource { get; } = resource;

    public virtual IReadOnlyList<Replica> Replicas => [];

    /// <summary>Runs until told to stop; ends when nothing of the resource is left.</summary>
    public abstract Task RunAsync(CancellationToken stopping);
}
