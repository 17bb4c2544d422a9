using Portal.Policies.Domain.Lifecycle.Events;

namespace Portal.Policies.Domain.Lifecycle.Timelines;

/// <content>How a timeline follows from events, and whether it can be.</content>
internal sealed partial class Timeline
{
    private bool _bears = true;

    /// <summary>
    /// Whether the events can stand beside each other: terms neither overlap nor run backwards, and whatever changes,
    /// ends or gives back finds what it is about.
    /// </summary>
    public bool IsSound => _bears && Terms.All(term => term.Effective < term.Expiration) && !Overlapping();

    /// <summary>What follows from all that is recorded in a history.</summary>
    public static Timeline Of(PolicyHistory history, CoverClock clock)
    {
        var happened = history.Happened();
        var zone = happened.Select(recorded => recorded.Event).OfType<PolicyEvent.Added>().FirstOrDefault()?.Zone;
        var timeline = new Timeline(zone is null ? clock : CoverClock.Find(zone) ?? clock);
        foreach (var recorded in happened)
        {
            timeline.Fold(recorded);
        }

        return timeline;
    }

    /// <summary>The clock by which the policy runs.</summary>
    public CoverClock Clock => _clock;

    private void Fold(RecordedEvent recorded)
    {
        _bears &= recorded.Event switch
        {
            PolicyEvent.Added added => Add(recorded, added),
            PolicyEvent.Renewed renewed => Put(new Term(recorded.Version, renewed.Next), first: false),
            PolicyEvent.Endorsed endorsed => Endorse(recorded, endorsed),
            PolicyEvent.CancellationNoticed notice => End(
                new Ending(recorded.Version, recorded.RecordedAt, EndingCause.Notice, notice.Effective)
                {
                    By = notice.By,
                    MailedOn = notice.MailedOn,
                }),
            PolicyEvent.Cancelled cancelled => End(
                new Ending(recorded.Version, recorded.RecordedAt, EndingCause.Cancellation, cancelled.Effective)
                {
                    By = cancelled.By ?? EndingParty.Insurer,
                    TakesRenewalOff = IsARenewalsFirstDay(cancelled.Effective),
                }),
            PolicyEvent.Rewritten rewritten => End(
                new Ending(recorded.Version, recorded.RecordedAt, EndingCause.Rewrite, rewritten.Effective)
                {
                    By = EndingParty.Insured,
                }),
            PolicyEvent.NonRenewalNoticed notice => NotRenew(recorded, notice),
            PolicyEvent.NoticeRescinded rescinded => Rescind(recorded, rescinded),
            PolicyEvent.Reinstated reinstated => Reinstate(recorded, reinstated),
            _ => throw new ArgumentException($"{recorded.Event.GetType().Name} is not of a timeline."),
        };
    }

    private bool Add(RecordedEvent recorded, PolicyEvent.Added added)
    {
        (Line, Zone) = (added.Line, added.Zone);
        return Put(new Term(recorded.Version, added.First), first: true);
    }

    private bool Put(Term term, bool first)
    {
        var follows = first
            ? Terms.Count == 0
            : TermsOnBooks.LastOrDefault() is { } last && term.Effective >= last.Expiration;
        Terms = [.. Terms.Append(term).OrderBy(each => each.Effective).ThenBy(each => each.Version)];
        return follows;
    }

    private bool Endorse(RecordedEvent recorded, PolicyEvent.Endorsed endorsed)
    {
        if (TermHolding(endorsed.Effective) is not { } term)
        {
            return false;
        }

        var changed = term.With(
            new Endorsement(recorded.Version, endorsed.Effective, endorsed.Change), endorsed.Expiration);
        Terms = [.. Terms.Select(each => each == term ? changed : each)];
        return endorsed.Expiration is not { } expiration || expiration >= term.Expiration;
    }

    private bool End(Ending ending)
    {
        var finds = TermsOnBooks.Any(
            term => term.Holds(ending.Day)
                || (ending.Cause == EndingCause.Rewrite && term.Expiration == ending.Day));
        Endings = [.. Endings, ending];
        return finds;
    }

    private bool NotRenew(RecordedEvent recorded, PolicyEvent.NonRenewalNoticed notice)
    {
        if (TermAt(recorded.RecordedAt) is not { } term)
        {
            return false;
        }

        NonRenewals =
        [
            .. NonRenewals,
            new NonRenewal(recorded.Version, recorded.RecordedAt, notice.MailedOn, notice.By, term.Version),
        ];
        return true;
    }

    private bool Rescind(RecordedEvent recorded, PolicyEvent.NoticeRescinded rescinded)
    {
        var rescission = new Ending.Rescission(rescinded.On, recorded.RecordedAt);
        if (Endings.Any(ending => ending.Version == rescinded.Of && ending.Cause == EndingCause.Notice))
        {
            Endings =
            [
                .. Endings.Select(
                    ending => ending.Version == rescinded.Of ? ending with { Rescinded = rescission } : ending),
            ];
            return Endings.All(ending => ending.Version != rescinded.Of || rescinded.On < ending.Day);
        }

        NonRenewals =
        [
            .. NonRenewals.Select(
                notice => notice.Version == rescinded.Of ? notice with { Rescinded = rescission } : notice),
        ];
        return NonRenewals.Any(notice => notice.Version == rescinded.Of);
    }

    private bool Reinstate(RecordedEvent recorded, PolicyEvent.Reinstated reinstated)
    {
        var day = _clock.CoverDay(recorded.RecordedAt);
        if (FirstReinstatable(day) is not { } first)
        {
            return false;
        }

        var lift = new Ending.Lift(recorded.Version, reinstated.Effective, recorded.RecordedAt);
        Endings =
        [
            .. Endings.Select(
                ending => ending.Stands && IsReinstatable(ending, day) ? ending with { Lifted = lift } : ending),
        ];
        return reinstated.Lapse ? reinstated.Effective > first.Day : reinstated.Effective == first.Day;
    }

    /// <summary>Whether a term on the books begins on a day that follows another.</summary>
    public bool IsARenewalsFirstDay(DateOnly day) => TermsOnBooks.Skip(1).Any(term => term.Effective == day);

    private bool Overlapping()
    {
        var onBooks = TermsOnBooks.ToList();
        return onBooks.Zip(onBooks.Skip(1)).Any(pair => pair.First.Overlaps(pair.Second));
    }
}
