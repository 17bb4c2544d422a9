namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource that lives and dies with another.</summary>
public interface IResourceWithParent : IResource
{
    IResource Parent { get; }
}
