using Portal.Testing.Running;

namespace Portal.SystemTests.Running;

/// <summary>The whole system, one process of each service, for the tests of a class.</summary>
public class PortalSystem : IAsyncLifetime
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(5);
    private readonly int _replicas;

    /// <summary>One process of each service.</summary>
    public PortalSystem()
        : this(1)
    {
    }

    /// <summary>Several processes of each service.</summary>
    protected PortalSystem(int replicas) => _replicas = replicas;

    internal RunningPortal Portal { get; private set; } = null!;

    internal People People { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        using var patience = new CancellationTokenSource(StartPatience);
        Portal = await RunningPortal.StartAsync(_replicas, keepMail: true, patience.Token);
        People = new People(Portal);
    }

    public async ValueTask DisposeAsync()
    {
        People.Dispose();
        await Portal.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
