using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;

namespace Portal.Testing;

/// <summary>Starts one server for tests through the app host's own surface.</summary>
internal static class TestServer
{
    /// <summary>A cold broker on two busy cores has taken 16 s.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<DistributedApplication> StartAsync(Func<IDistributedApplicationBuilder, IResourceBuilder<IResource>> describe)
    {
        var builder = DistributedApplicationTestingBuilder.Create();
        var server = describe(builder).Resource.Name;
        var application = await builder.BuildAsync();
        using var patience = new CancellationTokenSource(Patience);
        await application.StartAsync(patience.Token);
        await application.ResourceNotifications.WaitForResourceHealthyAsync(server, patience.Token);
        return application;
    }
}
