using Aspire.Hosting.ApplicationModel;

namespace Portal.AppHost.Native.Servers;

/// <summary>The server's data outlives the run; without it each run starts empty.</summary>
internal sealed record KeptDataAnnotation(string Folder) : IResourceAnnotation;
