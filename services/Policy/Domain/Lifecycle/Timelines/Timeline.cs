using NodaTime;
using Portal.Contracts.Policies;
using Portal.Policies.Domain.Lifecycle.Events;

namespace Portal.Policies.Domain.Lifecycle.Timelines;

/// <summary>A policy's terms and what ends them, as follows from all that is known of it.</summary>
internal sealed partial class Timeline
{
    private readonly CoverClock _clock;

    private Timeline(CoverClock clock) => _clock = clock;

    /// <summary>Line of business; null while the policy is not on the books.</summary>
    public PolicyLine? Line { get; private set; }

    /// <summary>
    /// IANA zone that the policy was added with; null while it runs by that of the insured's address.
    /// </summary>
    public string? Zone { get; private set; }

    /// <summary>Terms on the books and taken off them, by effective day, then by recording.</summary>
    public IReadOnlyList<Term> Terms { get; private set; } = [];

    /// <summary>In the order of recording.</summary>
    public IReadOnlyList<Ending> Endings { get; private set; } = [];

    /// <summary>Notices that there will be no next term, in the order of recording.</summary>
    public IReadOnlyList<NonRenewal> NonRenewals { get; private set; } = [];

    /// <summary>Terms without the renewals that were taken off the books.</summary>
    public IEnumerable<Term> TermsOnBooks => Terms.Where(term => !IsTakenOff(term));

    /// <summary>
    /// What ends the policy: the earliest ending that stands and takes more than a renewal, a rewrite before others of
    /// its day; null when nothing does before its terms.
    /// </summary>
    public Ending? FirstEnding => StandingEndings.FirstOrDefault(ending => !ending.TakesRenewalOff);

    /// <summary>
    /// The earliest ending that stands, of the whole policy or of a renewal, that a reinstatement could lift.
    /// </summary>
    /// <param name="day">Day of cover on which it is asked.</param>
    public Ending? FirstReinstatable(DateOnly day) =>
        StandingEndings.FirstOrDefault(ending => IsReinstatable(ending, day));

    private IEnumerable<Ending> StandingEndings =>
        Endings.Where(ending => ending.Stands).OrderBy(ending => ending.Day).ThenBy(ending => ending.Cause);

    /// <summary>The last term on the books, with all that its endorsements say; null when there is none.</summary>
    public TermFacts? LastAsItEnds => TermsOnBooks.LastOrDefault() is { } last
        ? last.Facts with { Expiration = last.Expiration, Values = last.LastValues }
        : null;

    /// <summary>Whether a day is covered: it lies in a term and is not taken away.</summary>
    public bool Covers(DateOnly day) => Cover().Any(span => span.Holds(day));

    /// <summary>The term on the books that holds a day, covered or not; null when none does.</summary>
    public Term? TermHolding(DateOnly day) => TermsOnBooks.FirstOrDefault(term => term.Holds(day));

    /// <summary>Where the policy stands at an instant.</summary>
    public PolicyState StateAt(Instant at)
    {
        if (Terms.Count == 0)
        {
            return PolicyState.None;
        }

        var day = _clock.CoverDay(at);
        if (Covers(day))
        {
            return Endings.Any(ending => ending.IsPending(at, day)) ? PolicyState.PendingCancellation
                : NonRenewalOut(at, day) is not null ? PolicyState.NonRenewing
                : PolicyState.InForce;
        }

        var before = Cover().Any(span => span.From < day);
        if (CoverAhead(day).Any())
        {
            return before ? PolicyState.Lapsed : PolicyState.Scheduled;
        }

        return FirstEnding switch
        {
            { Cause: EndingCause.Rewrite } => PolicyState.Replaced,
            null => PolicyState.Expired,
            _ => before ? PolicyState.Cancelled : PolicyState.CancelledFlat,
        };
    }

    /// <summary>
    /// Day on which the cover of an instant is known to end, over terms that follow without a gap; null when nothing is
    /// covered then.
    /// </summary>
    public DateOnly? CoverEndsOn(Instant at)
    {
        DateOnly? end = null;
        foreach (var span in Cover())
        {
            if (span.Holds(end ?? _clock.CoverDay(at)))
            {
                end = span.Until;
            }
        }

        return end;
    }

    /// <summary>Days that are covered, in their order.</summary>
    public IEnumerable<CoverSpan> Cover() => Terms.SelectMany(term => Cover(term, Endings));

    /// <summary>
    /// The term of an instant: the one that holds it, else the last that ended before it, else the first.
    /// </summary>
    public Term? TermAt(Instant at)
    {
        var day = _clock.CoverDay(at);
        return TermHolding(day)
            ?? TermsOnBooks.LastOrDefault(term => term.Expiration <= day)
            ?? (Terms is [var first, ..] ? first : null);
    }

    /// <summary>What the term of an instant says then.</summary>
    public TermValues ValuesAt(Instant at) => TermAt(at)?.ValuesOn(_clock.CoverDay(at)) ?? TermValues.None;

    /// <summary>The notice of non-renewal that was out at an instant; null when there was none.</summary>
    public NonRenewal? NonRenewalOut(Instant at, DateOnly day) => NonRenewals.FirstOrDefault(
        notice => notice.IsOut(at, day)
            && Terms.Any(term => term.Version == notice.TermVersion && day < term.Expiration));

    // What is not yet due may still be withdrawn, so the cover that it would take counts as lying ahead.
    private IEnumerable<CoverSpan> CoverAhead(DateOnly day)
    {
        var certain = Endings.Where(ending => ending.Day <= day || ending.Cause == EndingCause.Cancellation).ToList();
        return Terms.SelectMany(term => Cover(term, certain)).Where(span => span.From > day);
    }

    // Cover is taken from an ending's day on and given back from a lift's, and changes on no other day.
    private static IEnumerable<CoverSpan> Cover(Term term, IReadOnlyCollection<Ending> endings)
    {
        var days = endings.Select(ending => ending.Day)
            .Concat(endings.Select(ending => ending.Lifted?.From).OfType<DateOnly>())
            .Where(term.Holds).Append(term.Effective).Append(term.Expiration).Distinct().Order().ToList();
        return days.Zip(days.Skip(1))
            .Where(days => !endings.Any(ending => ending.Takes(term, days.First)))
            .Select(days => new CoverSpan(days.First, days.Second));
    }

    private bool IsTakenOff(Term term) => Endings.Any(
        ending => ending is { TakesRenewalOff: true, Stands: true } && ending.Takes(term, term.Effective));

    private bool IsReinstatable(Ending ending, DateOnly day) => ending.Cause switch
    {
        EndingCause.Rewrite => false,
        EndingCause.Notice => ending.Day <= day,
        _ => !(ending.TakesRenewalOff && IsReplacedByALaterTerm(ending)),
    };

    private bool IsReplacedByALaterTerm(Ending ending) => Terms.Any(
        term => term.Version > ending.Version
            && Terms.Any(taken => taken.Version < ending.Version && taken.Effective >= ending.Day
                && taken.Overlaps(term)));
}
