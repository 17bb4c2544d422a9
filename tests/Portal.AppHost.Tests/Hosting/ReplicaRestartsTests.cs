using Aspire.Hosting.ApplicationModel;
using Portal.LocalHosting.Lifecycle;

namespace Portal.AppHost.Tests.Hosting;

public sealed class ReplicaRestartsTests
{
    private readonly ReplicaRestarts _replica = new(TimeProvider.System);

    [Theory]
    [InlineData("Exited")]
    [InlineData("Finished")]
    [InlineData("FailedToStart")]
    public void What_ends_without_being_asked_to_is_started_again_once(string end)
    {
        Assert.Null(Reach(KnownResourceStates.Starting, KnownResourceStates.Running));

        Assert.NotNull(_replica.PauseAfter(end));
        // The same state is told again with every other change of the resource.
        Assert.Null(_replica.PauseAfter(end));
        Assert.Null(_replica.PauseAfter(KnownResourceStates.Finished));
    }

    [Fact]
    public void What_is_asked_to_stop_stays_stopped_until_it_is_started_again()
    {
        Assert.Null(Reach(KnownResourceStates.Running, KnownResourceStates.Stopping, KnownResourceStates.Exited));

        Assert.Null(Reach(KnownResourceStates.Starting, KnownResourceStates.Running));
        Assert.NotNull(_replica.PauseAfter(KnownResourceStates.Exited));
    }

    [Fact]
    public void What_never_came_up_is_tried_again_after_longer_and_longer_pauses()
    {
        var pauses = Enumerable.Range(0, 3).Select(_ =>
        {
            _replica.PauseAfter(KnownResourceStates.Starting);
            return _replica.PauseAfter(KnownResourceStates.FailedToStart)!.Value.TotalSeconds;
        });

        Assert.Equal([0.5, 1, 2], pauses);
    }

    private TimeSpan? Reach(params string[] states) => states.Select(_replica.PauseAfter).ToList()[^1];
}
