using FsCheck;
using FsCheck.Fluent;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Policies;
using Portal.Policies.Tests.Support;

namespace Portal.Policies.Tests.Domain;

/// <summary>When days are turned into events makes no difference, whatever happens to a policy.</summary>
public sealed class AnyPolicyLifeTests
{
    private const int Lives = 60;
    private const int DaysBetween = 7;

    [Fact]
    public void A_policy_that_is_looked_at_every_week_is_the_one_that_is_looked_at_when_something_is_recorded()
    {
        var came = 0;
        Prop.ForAll(AnyLife.Steps, steps =>
        {
            var (often, seldom) = (Begun(), Begun());
            var now = Life.At(AnyLife.First.AddDays(-30)).ToDateTimeOffset();
            foreach (var step in steps)
            {
                foreach (var day in Enumerable.Range(1, step.Days).Where(day => day % DaysBetween == 0))
                {
                    often.Turn(now.AddDays(day));
                }

                now = now.AddDays(step.Days).AddSeconds(1);
                Assert.Equal(
                    often.Record(step.Command, now).Errors.Select(error => error.Code),
                    seldom.Record(step.Command, now).Errors.Select(error => error.Code));
            }

            Assert.Equal(RowOf(often.Policy), RowOf(seldom.Policy));
            Assert.Equal(often.Policy.Terms, seldom.Policy.Terms);
            var events = EventsOf(often);
            Assert.Equal(events, EventsOf(seldom));
            came += events.Count(happened => happened.IsOfClock);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Lives));
        Assert.True(came > Lives, $"Only {came} days came.");
    }

    private static PolicyLife Begun()
    {
        var life = PolicyLife.Begin(new AgencyId(Guid.Empty), Some.Client(), Life.NewYork);
        var add = Life.Add(AnyLife.First, AnyLife.First.AddYears(1));
        var values = add.First.Values.With(Life.Values("generalAggregate", 2_000_000));
        add = add with { First = add.First with { Values = values } };
        Assert.Empty(life.Record(add, Life.At(AnyLife.First.AddDays(-30)).ToDateTimeOffset()).Errors);
        return life;
    }

    private static object RowOf(Policy policy) => (
        policy.Revision, policy.State, policy.Status, policy.CancelledAsOf, policy.CoverEnds, policy.TurnsAt,
        policy.Expiration);

    private static List<PolicyEvent> EventsOf(PolicyLife life) =>
        [.. life.Policy.TakeUnrecorded().Select(each => each.Recorded.Event)];
}
