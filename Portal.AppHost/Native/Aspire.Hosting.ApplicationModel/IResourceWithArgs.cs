namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource whose command line can be given.</summary>
public interface IResourceWithArgs : IResource;
