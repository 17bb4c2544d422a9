using Portal.Testing;
using Portal.Testing.Messages;

namespace Portal.Identity.Tests.Support;

/// <summary>One replica and a listener for a whole test class.</summary>
public sealed class RunningIdentity(Servers servers) : IAsyncLifetime
{
    internal Surroundings Surroundings { get; private set; } = null!;

    internal IdentityHost Host { get; private set; } = null!;

    internal RecordingBus Bus { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Surroundings = await Surroundings.CreateAsync(servers);
        Bus = await Surroundings.ListenAsync();
        Host = await IdentityHost.StartAsync(Surroundings);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Bus.DisposeAsync();
    }
}
