using Portal.Testing.Running;

namespace Portal.SystemTests.Running;

/// <summary>The whole system, one process of each service, for the tests of a class.</summary>
public class PortalSystem : IAsyncLifetime
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(5);
    private readonly PortalStart _start;

    /// <summary>One process of each service.</summary>
    public PortalSystem()
        : this(new PortalStart())
    {
    }

    /// <summary>Started otherwise; what is mailed is kept in any case.</summary>
    protected PortalSystem(PortalStart start) => _start = start with { KeepMail = true };

    internal RunningPortal Portal { get; private set; } = null!;

    internal People People { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        using var patience = new CancellationTokenSource(StartPatience);
        Portal = await RunningPortal.StartAsync(_start, patience.Token);
        People = new People(Portal);
    }

    public async ValueTask DisposeAsync()
    {
        People.Dispose();
        await Portal.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
