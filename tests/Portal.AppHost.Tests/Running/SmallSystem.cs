using Aspire.Hosting;
using Portal.LocalHosting;
using Portal.LocalHosting.Data;

namespace Portal.AppHost.Tests.Running;

/// <summary>Systems of a few processes, hosted as the portal is.</summary>
internal static class SmallSystem
{
    /// <summary>An empty system.</summary>
    /// <param name="data">Its data folder, which goes when it ends.</param>
    /// <param name="folder">Path of that; a new one where none is named.</param>
    public static IDistributedApplicationBuilder Describe(out DataFolder data, string? folder = null)
    {
        var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions
        {
            Args =
            [
                "--environment=Development", $"--contentRoot={AppContext.BaseDirectory}",
                "--Logging:LogLevel:Default=Warning",
            ],
            // It names the orchestrator that runs the processes.
            AssemblyName = "Portal.AppHost",
            DisableDashboard = true,
        });
        data = new DataFolder(folder ?? TemporaryDataFolder.NewPath(), isDiscarded: true);
        builder.UseDataFolder(data);
        return builder;
    }
}
