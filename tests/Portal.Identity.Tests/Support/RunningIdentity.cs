using Portal.Testing;
using Portal.Testing.Messages;

namespace Portal.Identity.Tests.Support;

/// <summary>One replica and a listener for a whole test class.</summary>
public sealed class RunningIdentity(Servers servers) : IAsyncLifetime
{
    internal IdentityEnvironment IdentityEnvironment { get; private set; } = null!;

    internal IdentityHost Host { get; private set; } = null!;

    internal RecordingBus Bus { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        IdentityEnvironment = await IdentityEnvironment.CreateAsync(servers);
        Bus = await IdentityEnvironment.ListenAsync();
        Host = await IdentityHost.StartAsync(IdentityEnvironment);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Bus.DisposeAsync();
    }
}
