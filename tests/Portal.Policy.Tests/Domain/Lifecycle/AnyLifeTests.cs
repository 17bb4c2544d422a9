using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Portal.Policies.Domain.Lifecycle.Consequences;
using Portal.Policies.Domain.Lifecycle.Timelines;
using Portal.Policies.Domain.Lifecycle.Transitions;
using Portal.Policies.Tests.Support;

namespace Portal.Policies.Tests.Domain.Lifecycle;

/// <summary>What holds whatever happens to a policy: random commands, most of which are refused.</summary>
public sealed class AnyLifeTests
{
    private const int Lives = 200;

    [Fact]
    public void Terms_never_cover_a_day_twice_and_what_is_recorded_is_sound() => Check(life =>
    {
        Assert.True(life.Timeline.IsSound);
        var spans = life.Timeline.Cover().ToList();
        Assert.All(spans, span => Assert.True(span.From < span.Until));
        Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.True(pair.First.Until <= pair.Second.From));
    });

    [Fact]
    public void An_answer_from_an_earlier_knowledge_never_changes() => Check((before, at, after) =>
    {
        var known = Timeline.Of(after.History.KnownAt(at), Life.NewYork);
        Assert.All(Moments(), on => Assert.Equal(AnswerOf(before.Timeline, on), AnswerOf(known, on)));
    });

    [Fact]
    public void In_force_is_what_has_cover_and_nothing_else() => Check(life => Assert.All(Moments(), on =>
    {
        var state = life.Timeline.StateAt(on);
        var inForce = state is PolicyState.InForce or PolicyState.PendingCancellation or PolicyState.NonRenewing;
        Assert.Equal(inForce, life.Timeline.CoverEndsOn(on) is not null);
        Assert.Equal(life.History.Happened().Count == 0, state == PolicyState.None);
        Assert.Equal(inForce, life.Timeline.TermAt(on) is { } term && term.Holds(Life.NewYork.CoverDay(on))
            && life.Timeline.Covers(Life.NewYork.CoverDay(on)));
    }));

    [Fact]
    public void A_refused_event_says_why_and_what_to_do_and_changes_nothing()
    {
        var refused = new HashSet<RefusalCode>();
        Check((before, _, after, decision) =>
        {
            if (decision.Refused)
            {
                refused.Add(decision.Refusal.Code);
                Assert.Same(before.History, after.History);
                Assert.EndsWith(".", decision.Refusal.Detail, StringComparison.Ordinal);
            }
        });
        Assert.True(refused.Count > 20, $"Only {refused.Count} reasons were met.");
    }

    [Fact]
    public void Nobody_is_told_who_must_and_may_be_told_and_nobody_gets_what_nobody_shows_him()
    {
        HolderOnPolicy[] holders =
        [
            new("shown", true, true, false, HolderRole.CertificateHolder),
            new("shown once", true, false, true, HolderRole.CertificateHolder),
            new("not shown", false, true, false, HolderRole.CertificateHolder),
        ];
        var told = 0;
        Check((before, _, after, decision) =>
        {
            if (decision.Refused || before.Timeline.Line is not { } line)
            {
                return;
            }

            var consequences = ConsequenceRules.Of(
                decision.Event, before.Timeline, new Audience(line, holders, HasFederalFiling: true));
            var named = new[] { consequences.Tell, consequences.Reissue }.OfType<Parties>().ToList();
            Assert.All(named, parties => Assert.Empty(parties.Must.Intersect(parties.May)));
            Assert.DoesNotContain("not shown", named.SelectMany(parties => parties.Must.Concat(parties.May)));
            told += named.Count;
        });
        Assert.True(told > 100, $"Only {told} events had anybody to tell.");
    }

    private static IEnumerable<Instant> Moments() =>
        Enumerable.Range(0, 26).Select(each => Life.At(AnyLife.First.AddDays((each * 49) - 45)));

    private static string AnswerOf(Timeline timeline, Instant on) =>
        $"{timeline.StateAt(on)} {timeline.CoverEndsOn(on)} {timeline.TermAt(on)?.Facts.Effective} "
        + $"{timeline.TermAt(on)?.Expiration} {timeline.ValuesAt(on)["eachOccurrence"]}";

    private static void Check(Action<Life> holds) => Check((_, _, after) => holds(after));

    private static void Check(Action<Life, Instant, Life> holds) =>
        Check((before, at, after, _) => holds(before, at, after));

    private static void Check(Action<Life, Instant, Life, Decision> holds) => Prop.ForAll(AnyLife.Steps, steps =>
    {
        var life = new Life();
        var day = AnyLife.First.AddDays(-30);
        life.Tell(Life.At(day), Life.Add(AnyLife.First, AnyLife.First.AddYears(1)));
        foreach (var (index, step) in steps.Index())
        {
            day = day.AddDays(step.Days);
            var (before, at) = (life.Copy(), Life.At(day) + Duration.FromSeconds(index + 1));
            var decision = life.Tell(at, step.Command);
            holds(before, at - Duration.FromMilliseconds(1), life, decision);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Lives));
}
