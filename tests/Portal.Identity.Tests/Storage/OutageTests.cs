using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Portal.Identity.Tests.Support;
using Portal.Testing;
using Portal.Testing.Waiting;

namespace Portal.Identity.Tests.Storage;

public sealed class OutageTests(Servers servers)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_outlives_its_database_whatever_looks_into_it_meanwhile()
    {
        var environment = await IdentityEnvironment.CreateAsync(servers);
        await using var line = FlakyTcpProxy.ToDatabase(environment.Database, out var through);
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var host = await IdentityHost.StartAsync(environment with { Database = through, Clock = clock });
        Assert.NotEmpty(await host.PartnerTokenAsync());

        await line.CutAsync();
        // All that looks by the hour, the minute or the second does so, and finds nobody.
        for (var minute = 0; minute < 61; minute++)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(TimeSpan.FromMilliseconds(20), Stop);
        }

        await Task.Delay(TimeSpan.FromSeconds(1), Stop);
        Assert.False(
            host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested);

        line.Mend();
        await Eventually.TrueAsync(
            async () => (await host.GetAsync("/health")).IsSuccessStatusCode, Stop, "health", Patience);

        Assert.NotEmpty(await host.PartnerTokenAsync());
    }
}
