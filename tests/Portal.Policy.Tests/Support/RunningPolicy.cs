using Microsoft.AspNetCore.Hosting;
using Portal.Testing;

namespace Portal.Policies.Tests.Support;

/// <summary>The service for classes whose tests change nothing, with a partner of an agency.</summary>
public sealed class RunningPolicy(Servers servers) : IAsyncLifetime
{
    private PolicyService _service = null!;

    public HttpClient Partner { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await PolicyService.StartAsync(servers, TestContext.Current.CancellationToken);
        Partner = _service.PartnerOf(Guid.CreateVersion7());
    }

    /// <summary>The same partner at a process of the service that runs as it does in production.</summary>
    public HttpClient PartnerInProduction()
    {
        var client = _service.Start(host => host.UseEnvironment("Production")).CreateClient();
        client.DefaultRequestHeaders.Authorization = Partner.DefaultRequestHeaders.Authorization;
        return client;
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();
}
