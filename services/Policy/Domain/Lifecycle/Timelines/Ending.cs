using NodaTime;
using Portal.Policies.Domain.Lifecycle.Events;

namespace Portal.Policies.Domain.Lifecycle.Timelines;

/// <summary>What ends a policy, or a renewal of it, before its terms do.</summary>
/// <param name="Version">Of the event that brought it.</param>
/// <param name="RecordedAt">When it became known.</param>
/// <param name="Cause">By what.</param>
/// <param name="Day">From 12:01 a.m. of which cover is taken away.</param>
internal sealed record Ending(long Version, Instant RecordedAt, EndingCause Cause, DateOnly Day)
{
    public required EndingParty By { get; init; }

    /// <summary>Day on which a notice was mailed; null for what is no notice.</summary>
    public DateOnly? MailedOn { get; init; }

    /// <summary>
    /// Whether it takes a renewal off the books, from its first day on, and leaves the terms before it alone.
    /// </summary>
    public bool TakesRenewalOff { get; init; }

    /// <summary>The withdrawal of a notice; null while it stands.</summary>
    public Rescission? Rescinded { get; init; }

    /// <summary>The reinstatement that gave back what it took; null while there is none.</summary>
    public Lift? Lifted { get; init; }

    /// <summary>Whether it takes cover away, now or on its day.</summary>
    public bool Stands => Rescinded is null && Lifted is null;

    /// <summary>Whether a term has no cover on a day because of it.</summary>
    public bool Takes(Term term, DateOnly day) =>
        Rescinded is null
        && Day <= day
        && (Lifted is not { } lifted || day < lifted.From)
        && (!TakesRenewalOff || term.Version < Version);

    /// <summary>Whether it was out at a moment: announced, neither due nor withdrawn.</summary>
    public bool IsPending(Instant at, DateOnly day)
    {
        if (day >= Day || Cause == EndingCause.Rewrite || TakesRenewalOff)
        {
            return false;
        }

        var announced = at >= RecordedAt || MailedOn <= day;
        var withdrawn = Rescinded is { } rescinded && (rescinded.On <= day || rescinded.RecordedAt <= at);
        return announced && !withdrawn && !(Lifted is { } lifted && lifted.RecordedAt <= at);
    }

    /// <summary>The withdrawal of a notice.</summary>
    /// <param name="On">Day as of which it no longer stood.</param>
    /// <param name="RecordedAt">When that became known.</param>
    internal sealed record Rescission(DateOnly On, Instant RecordedAt);

    /// <summary>What a reinstatement did to it.</summary>
    /// <param name="Version">Of the reinstatement.</param>
    /// <param name="From">Day from which cover is given back.</param>
    /// <param name="RecordedAt">When that became known.</param>
    internal sealed record Lift(long Version, DateOnly From, Instant RecordedAt);
}
