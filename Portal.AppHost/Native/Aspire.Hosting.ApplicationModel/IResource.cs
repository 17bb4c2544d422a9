namespace Aspire.Hosting.ApplicationModel;

/// <summary>A named part of the system: a server, a service, a value.</summary>
public interface IResource
{
    string Name { get; }

    ResourceAnnotationCollection Annotations { get; }
}
