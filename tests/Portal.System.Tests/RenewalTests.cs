using Portal.SystemTests.Running;

namespace Portal.SystemTests;

/// <summary>The main road on real parts, and the same while parts of it are killed.</summary>
[Collection(PortalCollection.Name)]
public sealed class RenewalTests(PortalSystem system)
{
    // Of Notification's defaults: a server that dies may take the receipts of a batch a sender with it
    // (docs/decisions/007-receipts.md).
    private const int BatchSize = 32;
    private const int Senders = 3;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_holder_that_receives_renewals_gets_one_mail_and_it_survives_every_kill()
    {
        // One after another on purpose: each renewal is of the year after the last.
        var renewal = new HeavyRenewal(system.Portal);
        var imported = await renewal.ImportAsync(Stop);
        Assert.Equal("finished", imported.Status);

        await RenewAsync(renewal, 2027, kill: null, twice: 0);
        await RenewAsync(renewal, 2028, kill: "certificate", twice: 0);
        await RenewAsync(renewal, 2029, kill: "notification", twice: 1);
        await RenewAsync(renewal, 2030, kill: "rabbitmq", twice: 0);
        await RenewAsync(renewal, 2031, kill: "postgres", twice: BatchSize * Senders);
    }

    private async Task RenewAsync(HeavyRenewal renewal, int year, string? kill, int twice)
    {
        var effective = new DateOnly(year, 7, 1);
        var distribution = await renewal.StartAsync(effective, Stop);
        if (kill is not null)
        {
            await renewal.DeliveredAsync(distribution, atLeast: 200, Stop);
            Assert.Equal(1, system.Portal.Kill(kill));
        }

        await renewal.AssertArrivedAsync(distribution, effective, twice, Stop);
    }
}
