namespace Aspire.Hosting.ApplicationModel;

/// <summary>Something that was said of a resource while the system was described.</summary>
public interface IResourceAnnotation;
