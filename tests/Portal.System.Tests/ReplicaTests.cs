using Portal.SystemTests.Running;

namespace Portal.SystemTests;

/// <summary>The main road with two processes of each service.</summary>
public sealed class ReplicaTests(PortalSystemOfTwo system) : IClassFixture<PortalSystemOfTwo>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_of_each_service_give_every_holder_one_mail_and_survive_the_kill_of_both()
    {
        var renewal = new HeavyRenewal(system.Portal);
        await renewal.ImportAsync(Stop);
        var effective = new DateOnly(2027, 7, 1);

        var distribution = await renewal.StartAsync(effective, Stop);
        await renewal.AssertArrivedAsync(distribution, effective, twice: 0, Stop);

        var next = await renewal.StartAsync(effective.AddYears(1), Stop);
        await renewal.DeliveredAsync(next, atLeast: 200, Stop);
        var killed = system.Portal.Kill("notification");
        Assert.Equal(2, killed);
        await renewal.AssertArrivedAsync(next, effective.AddYears(1), twice: killed, Stop);
    }
}
