using NodaTime;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Lifecycle.Timelines;
using Portal.Policies.Domain.Lifecycle.Transitions;
using Portal.Policies.Domain.Policies.Rules;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Domain.Policies;

/// <summary>
/// A policy with all that was recorded of it. Whatever changes a policy is recorded here first, and the policy's row is
/// what follows from it.
/// </summary>
internal sealed class PolicyLife
{
    private readonly CoverClock _clock;
    private PolicyHistory _history;

    /// <param name="policy">The policy's row.</param>
    /// <param name="history">All that is recorded of it.</param>
    /// <param name="clock">The clock at the insured's mailing address.</param>
    public PolicyLife(Policy policy, PolicyHistory history, CoverClock clock)
    {
        (Policy, _history, _clock) = (policy, history, clock);
        Timeline = Timeline.Of(history, clock);
    }

    public Policy Policy { get; }

    /// <summary>What follows from all that is recorded.</summary>
    public Timeline Timeline { get; private set; }

    /// <summary>A policy that is not on the books yet.</summary>
    public static PolicyLife Begin(AgencyId agency, Client client, CoverClock clock) =>
        new(Policy.New(agency, client), PolicyHistory.Empty, clock);

    /// <summary>
    /// Records what a command asks for, after what the clock brought meanwhile, or says what is wrong with it.
    /// </summary>
    /// <param name="command">What is to be recorded.</param>
    /// <param name="now">When it is recorded.</param>
    /// <param name="isNumberInUse">Whether another policy of the insurer has a first term's number on its days.</param>
    public Result<RecordedEvent> Record(
        PolicyCommand command, DateTimeOffset now, Func<TermFacts, bool>? isNumberInUse = null)
    {
        Turn(now);
        var (version, at) = (Policy.Revision + 1, RecordedAt(now));
        var decision = Transition.Decide(_history, _clock, command, version, at, isNumberInUse ?? (_ => false));
        if (decision.Refused)
        {
            return WrongInItself(command, version, at) is { Count: > 0 } wrong
                ? Result.Fail<RecordedEvent>(wrong)
                : EventRefused.Of(decision.Refusal);
        }

        var recorded = new RecordedEvent(version, at, decision.Event);
        if (BrokenBy(recorded) is { Count: > 0 } broken)
        {
            return Result.Fail<RecordedEvent>(broken);
        }

        Keep(recorded, decision.Warnings);
        Policy.Show(Timeline, _history, at);
        return recorded;
    }

    /// <summary>
    /// Records what days brought that came since the last event, so that the policy stands as of now.
    /// </summary>
    public void Turn(DateTimeOffset now)
    {
        if (_history.Events is not [.., var last])
        {
            return;
        }

        var at = RecordedAt(now);
        var today = Timeline.Clock.CoverDay(at);
        var came = Timeline.ComesAfter(Timeline.Clock.CoverDay(last.RecordedAt))
            .TakeWhile(comes => comes.EffectiveOn <= today).ToList();
        came.ForEach(comes => Keep(new RecordedEvent(Policy.Revision + 1, at, comes), []));
        Policy.Show(Timeline, _history, at);
    }

    /// <summary>
    /// The policy as it was known at an instant to stand at another, with the term that counted then; null while
    /// nothing was known of it. The policy itself stays as it is.
    /// </summary>
    public (Policy Policy, PolicyTerm Shown)? AsOf(Instant on, Instant knownAt)
    {
        var known = _history.KnownAt(knownAt);
        if (known.Events.Count == 0)
        {
            return null;
        }

        var policy = Policy.Copy(known.Events[^1].Version);
        var timeline = Timeline.Of(known, _clock);
        policy.Show(timeline, known, on);
        return (policy, policy.Terms.Find(term => term.Version == timeline.TermAt(on)?.Version) ?? policy.Current);
    }

    /// <summary>What was recorded after a version.</summary>
    public IEnumerable<RecordedEvent> Since(long version) =>
        _history.Events.Where(recorded => recorded.Version > version);

    /// <summary>An event as it is known; null when there is none, or it never happened.</summary>
    public PolicyEvent? Find(long version) => _history.Find(version)?.Event;

    /// <summary>
    /// The event that a command would bring again, since it was the last that anybody recorded: whoever sends a message
    /// twice wants one event. What begins a policy or a term is told of by its own refusal.
    /// </summary>
    /// <param name="ask">Makes the command out of what is known of the policy.</param>
    public RecordedEvent? Repeated(Func<PolicyLife, PolicyCommand?> ask)
    {
        if (_history.LastOfPeople is not { } last)
        {
            return null;
        }

        var before = new PolicyLife(Policy, _history.Before(last), _clock);
        return ask(before) is { } command and not (PolicyCommand.Add or PolicyCommand.Renew or PolicyCommand.Rewrite)
            && last.Event.Equals(Transition.Decide(
                before._history, _clock, command, last.Version, last.RecordedAt, _ => false).Event)
            ? last
            : null;
    }

    // A correction that makes no term says so by the date or limit, and not by what it would break.
    private List<Error> WrongInItself(PolicyCommand command, long version, Instant at) =>
        command is PolicyCommand.Correct { Change: not null } correct && Find(correct.Of) is { IsOfClock: false }
            ? BrokenBy(new RecordedEvent(version, at, new PolicyEvent.Corrected(correct.Of, correct.Change)))
            : [];

    private void Keep(RecordedEvent recorded, IReadOnlyList<PolicyWarning> warnings)
    {
        _history = _history.With(recorded);
        Timeline = Timeline.Of(_history, _clock);
        Policy.Keep(new NewEvent(recorded, warnings));
    }

    // What stood before is not held against an event that leaves it as it was.
    private List<Error> BrokenBy(RecordedEvent recorded)
    {
        var after = Timeline.Of(_history.With(recorded), _clock);
        var before = after.Line == Timeline.Line ? Said(Timeline).ToHashSet() : [];
        return
        [
            .. Said(after).Where(said => !before.Contains(said))
                .SelectMany(said => TermRules.Broken(after.Line.GetValueOrDefault(), said.ToTerm())).Distinct(),
        ];
    }

    private static IEnumerable<TermFacts> Said(Timeline timeline) =>
        from term in timeline.TermsOnBooks
        from day in term.Endorsements.Select(endorsement => endorsement.Effective).Prepend(term.Effective)
        select term.Facts with { Expiration = term.Expiration, Values = term.ValuesOn(day) };

    // The clocks of two replicas may differ; what was recorded later is never earlier. The database keeps microseconds.
    private Instant RecordedAt(DateTimeOffset now)
    {
        var ticks = now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMicrosecond);
        var at = Instant.FromDateTimeOffset(new DateTimeOffset(ticks, TimeSpan.Zero));
        return _history.Events is [.., var last] && at < last.RecordedAt ? last.RecordedAt : at;
    }
}
