namespace Aspire.Hosting.ApplicationModel;

/// <summary>A project of this repository, run as a process of its own.</summary>
public class ProjectResource(string name)
    : Resource(name), IResourceWithEnvironment, IResourceWithArgs, IResourceWithServiceDiscovery, IResourceWithWaitSupport;
