using NodaTime;
using Portal.Contracts.Policies;
using Portal.Policies.Domain.Lifecycle.Consequences;
using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Lifecycle.Timelines;
using Portal.Policies.Domain.Lifecycle.Transitions;

namespace Portal.Policies.Features.Policies.RunSequence;

/// <summary>Runs a sequence through the same decisions that policies on the books go through.</summary>
internal sealed class SequenceRun(ReadSequence sequence)
{
    private readonly Dictionary<string, PolicyHistory> _policies = [];

    public RunSequenceResponse Answer() =>
        new([.. sequence.Steps.Select(Record)], [.. sequence.Questions.Select(Answer)]);

    private SequenceEventResponse Record(SequenceStep step)
    {
        var before = TimelineOf(step.Policy);
        var decision = Transition.Decide(
            HistoryOf(step.Policy),
            sequence.Clock,
            step.Command,
            step.Version,
            step.At,
            first => IsNumberInUse(first, step.Policy));
        if (decision.Refused)
        {
            return new SequenceEventResponse { Refused = SequenceWords.Of(decision.Refusal.Code) };
        }

        if (step is { Successor: { } successor, Command: PolicyCommand.Rewrite rewrite })
        {
            if (_policies.ContainsKey(successor))
            {
                return new SequenceEventResponse { Refused = SequenceWords.Of(RefusalCode.PolicyExists) };
            }

            var next = rewrite.Successor;
            Keep(successor, step, new PolicyEvent.Added(next.Line, next.First, next.Zone));
        }

        Keep(step.Policy, step, decision.Event);
        return Accepted(step, decision, before);
    }

    private SequenceEventResponse Accepted(SequenceStep step, Decision decision, Timeline before)
    {
        var after = TimelineOf(step.Policy);
        var consequences = ConsequenceRules.Of(
            decision.Event!, before, AudienceOf(step.Policy, after.Line.GetValueOrDefault()));
        return new SequenceEventResponse
        {
            Accepted = true,
            State = SequenceWords.Of(after.StateAt(step.At)),
            NewState = step.Successor is { } successor
                ? SequenceWords.Of(TimelineOf(successor).StateAt(step.At))
                : null,
            Warnings = [.. decision.Warnings.Select(WarningWords.CodeOf)],
            Days = decision.Event is PolicyEvent.Cancelled cancelled ? DaysOf(before, cancelled.Effective) : null,
            Tell = SequenceWords.Of(consequences.Tell),
            Reissue = SequenceWords.Of(consequences.Reissue),
            Withdraw = consequences.Withdraw,
        };
    }

    private SequenceAnswerResponse Answer(SequenceQuestionRequest question)
    {
        var on = Instant.FromDateTimeOffset(question.On.GetValueOrDefault());
        var known = HistoryOf(question.Policy!).KnownAt(
            Instant.FromDateTimeOffset(question.KnownAt.GetValueOrDefault()));
        var timeline = Timeline.Of(known, sequence.Clock);
        var term = timeline.TermAt(on);
        var values = timeline.ValuesAt(on);
        return new SequenceAnswerResponse
        {
            State = SequenceWords.Of(timeline.StateAt(on)),
            InForce = timeline.CoverEndsOn(on) is not null,
            Effective = term?.Effective,
            Expiration = term?.Expiration,
            CoverEnds = timeline.CoverEndsOn(on),
            Carrier = term?.Facts.Carrier,
            Values = term is null ? null : values.Keys.ToDictionary(key => key, key => Plain(values[key]!)),
        };
    }

    private static SequenceDaysResponse DaysOf(Timeline before, DateOnly day)
    {
        var term = before.TermHolding(day)!;
        return new SequenceDaysResponse(
            day.DayNumber - term.Effective.DayNumber, term.Expiration.DayNumber - term.Effective.DayNumber);
    }

    private static object Plain(TermValue value) => value switch
    {
        TermValue.Amount amount => amount.Dollars,
        TermValue.Flag flag => flag.Holds,
        TermValue.Words words => words.Text,
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private Audience AudienceOf(string policy, PolicyLine line) => new(
        line,
        [
            .. sequence.Holders.Select(holder => new HolderOnPolicy(
                holder.Id!,
                holder.Shown?.Contains(policy) is true,
                holder.ReceivesRenewals is true,
                holder.Notice?.Contains(policy) is true,
                SequenceWords.Find<HolderRole>(holder.Role) ?? HolderRole.CertificateHolder)),
        ],
        sequence.HasFederalFiling);

    private bool IsNumberInUse(TermFacts first, string policy) =>
        _policies.Keys.Where(other => other != policy).Select(TimelineOf).Any(other => other.UsesNumberOf(first));

    private void Keep(string policy, SequenceStep step, PolicyEvent happened) =>
        _policies[policy] = HistoryOf(policy).With(new RecordedEvent(step.Version, step.At, happened));

    private PolicyHistory HistoryOf(string policy) => _policies.GetValueOrDefault(policy, PolicyHistory.Empty);

    private Timeline TimelineOf(string policy) => Timeline.Of(HistoryOf(policy), sequence.Clock);
}
