namespace Aspire.Hosting.ApplicationModel;

/// <summary>Everything that was described, in the order of its description.</summary>
public class DistributedApplicationModel(IResourceCollection resources)
{
    public IResourceCollection Resources { get; } = resources;
}
