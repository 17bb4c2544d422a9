using Portal.LocalHosting.Lifecycle;


namespace Portal.AppHost.Tests.Hosting;

public sealed class BackoffTests
{
    [Fact]
    public void A_process_that_keeps_dying_is_started_less_and_less_often()
    {
        var backoff = new Backoff();

        var waits = Enumerable.Range(0, 8).Select(_ => backoff.Next(lived: TimeSpan.FromSeconds(1)).TotalSeconds);

        Assert.Equal([0.5, 1, 2, 4, 8, 16, 30, 30], waits);
    }

    [Fact]
    public void A_process_that_lived_long_is_started_again_at_once()
    {
        var backoff = new Backoff();
        backoff.Next(lived: TimeSpan.FromSeconds(1));
        backoff.Next(lived: TimeSpan.FromSeconds(1));

        Assert.Equal(0.5, backoff.Next(lived: TimeSpan.FromMinutes(5)).TotalSeconds);
        Assert.Equal(1, backoff.Next(lived: TimeSpan.FromSeconds(1)).TotalSeconds);
    }
}
