using Aspire.Hosting.ApplicationModel;

namespace Portal.AppHost.Native.Orchestration;

/// <summary>An HTTP request whose answer tells whether a process is healthy.</summary>
internal sealed record HttpHealthAnnotation(string Path, int StatusCode, string EndpointName) : IResourceAnnotation;
