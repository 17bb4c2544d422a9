using NodaTime;
using Portal.Policies.Domain.Lifecycle.Timelines;

namespace Portal.Policies.Domain.Lifecycle.Transitions;

/// <summary>When an event is recorded, and what is known of the policy then.</summary>
/// <param name="At">The instant of recording.</param>
/// <param name="Timeline">What is known of the policy before the event.</param>
internal sealed record Moment(Instant At, Timeline Timeline)
{
    /// <summary>Day whose cover runs.</summary>
    public DateOnly CoverDay => Timeline.Clock.CoverDay(At);

    public PolicyState State => Timeline.StateAt(At);

    /// <summary>Whether a day lies before the day of recording, by the calendar at the insured's address.</summary>
    public bool IsPast(DateOnly day) => day < Timeline.Clock.Today(At);
}
