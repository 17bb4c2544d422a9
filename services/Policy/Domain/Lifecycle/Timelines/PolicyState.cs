namespace Portal.Policies.Domain.Lifecycle.Timelines;

/// <summary>Where a policy stands at a moment, as known.</summary>
internal enum PolicyState
{
    /// <summary>Not on the books.</summary>
    None,

    /// <summary>Its first cover lies ahead.</summary>
    Scheduled,

    InForce,

    /// <summary>
    /// In force, with a notice out that is neither due nor withdrawn, or a cancellation recorded ahead of its day.
    /// </summary>
    PendingCancellation,

    /// <summary>In force, with a notice out that there will be no next term.</summary>
    NonRenewing,

    /// <summary>Between two covers.</summary>
    Lapsed,

    Cancelled,

    /// <summary>Cancelled before it ever took effect.</summary>
    CancelledFlat,

    /// <summary>Another policy took its place.</summary>
    Replaced,

    Expired,
}
