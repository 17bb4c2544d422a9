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

    public ValueTask DisposeAsync() => _service.DisposeAsync();
}
