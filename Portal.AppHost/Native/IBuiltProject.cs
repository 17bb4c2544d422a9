using Aspire.Hosting;

namespace Portal.AppHost.Native;

/// <summary>A project that the build of the app host has built too.</summary>
public interface IBuiltProject : IProjectMetadata
{
    /// <summary>The assembly to run.</summary>
    string AssemblyPath { get; }
}
