using Portal.Notification.Domain.Deliveries;
using Xunit;

namespace Portal.Notification.Tests.Domain.Deliveries;

public sealed class RetryScheduleTests
{
    private static readonly RetrySchedule Schedule = new(TimeSpan.FromSeconds(5), TimeSpan.FromHours(1), 40);

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(5, 80)]
    [InlineData(10, 2560)]
    [InlineData(11, 3600)]
    [InlineData(39, 3600)]
    public void Waits_double_up_to_the_longest(int attempts, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Schedule.WaitAfter(attempts));

    [Fact]
    public void After_the_last_attempt_there_is_none() => Assert.Null(Schedule.WaitAfter(40));

    [Fact]
    public void Many_attempts_do_not_overflow() =>
        Assert.Equal(TimeSpan.FromHours(1), (Schedule with { MaxAttempts = int.MaxValue }).WaitAfter(1_000_000));

    [Fact]
    public void The_defaults_give_up_after_more_than_a_day()
    {
        var total = Enumerable.Range(1, 39)
            .Aggregate(TimeSpan.Zero, (sum, attempts) => sum + Schedule.WaitAfter(attempts)!.Value);

        Assert.InRange(total, TimeSpan.FromHours(24), TimeSpan.FromHours(48));
    }
}
