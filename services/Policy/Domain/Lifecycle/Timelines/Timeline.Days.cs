using Portal.Policies.Domain.Lifecycle.Events;

namespace Portal.Policies.Domain.Lifecycle.Timelines;

/// <content>What happens by itself when a day comes.</content>
internal sealed partial class Timeline
{
    /// <summary>
    /// What the clock brings on days that lie ahead, day by day: terms and changes that begin, ends that come.
    /// </summary>
    /// <param name="day">Day after which they lie.</param>
    public IEnumerable<PolicyEvent> ComesAfter(DateOnly day) =>
        Begins().Concat(Changes()).Concat(Ends()).Concat(ComesBack()).Concat(RunsOut())
            .Where(comes => comes.EffectiveOn > day).OrderBy(comes => comes.EffectiveOn);

    private IEnumerable<PolicyEvent> Begins() => TermsOnBooks.Where(term => Covers(term.Effective))
        .Select(term => new PolicyEvent.TookEffect(term.Version, term.Effective));

    private IEnumerable<PolicyEvent> Changes() =>
        from term in TermsOnBooks
        from endorsement in term.Endorsements
        where endorsement.Effective > term.Effective && Covers(endorsement.Effective)
        select new PolicyEvent.TookEffect(endorsement.Version, endorsement.Effective);

    // Of several ends on a day one takes the cover; where none ran, nothing ends.
    private IEnumerable<PolicyEvent> Ends() => StandingEndings
        .Where(ending => !ending.TakesRenewalOff && Covers(ending.Day.AddDays(-1)) && !Covers(ending.Day))
        .DistinctBy(ending => ending.Day)
        .Select(ending => new PolicyEvent.TookEffect(ending.Version, ending.Day));

    private IEnumerable<PolicyEvent> ComesBack() => Endings.Select(ending => ending.Lifted).OfType<Ending.Lift>()
        .Where(lift => Covers(lift.From) && !TermsOnBooks.Any(term => term.Effective == lift.From))
        .DistinctBy(lift => lift.Version)
        .Select(lift => new PolicyEvent.TookEffect(lift.Version, lift.From));

    private IEnumerable<PolicyEvent> RunsOut() => TermsOnBooks
        .Where(term => Covers(term.Expiration.AddDays(-1)) && !Covers(term.Expiration)
            && !StandingEndings.Any(ending => !ending.TakesRenewalOff && ending.Day == term.Expiration))
        .Select(term => new PolicyEvent.Expired(term.Expiration));
}
