namespace Portal.Policies.Domain.Lifecycle.Transitions;

/// <summary>What whoever records an event should know; it is recorded all the same.</summary>
internal enum PolicyWarning
{
    /// <summary>The insurer had sent a notice for the day, which has ended the policy by itself.</summary>
    AlreadyEndedByNotice,

    /// <summary>The policy ends on an earlier day than that of recording.</summary>
    Backdated,

    /// <summary>An endorsement on the books never takes effect.</summary>
    EndorsementAfterCancellation,

    /// <summary>Days between two covers have none.</summary>
    Gap,

    /// <summary>A later endorsement says otherwise of the same thing, and stands from its own day on.</summary>
    LaterEndorsementStands,

    /// <summary>A recorded renewal falls with the current term.</summary>
    NextTermFallsAway,

    /// <summary>A recorded renewal isn't changed by an endorsement of the term before it.</summary>
    NextTermNotChanged,

    /// <summary>A recorded renewal comes back too; the insurer may see it apart.</summary>
    NextTermRestored,

    /// <summary>Days from mailing to effect are fewer than law or policy usually ask for; states differ.</summary>
    NoticeTooShort,

    /// <summary>Days from mailing to effect are just those asked for, and some courts count full ones.</summary>
    NoticeWithoutSlack,

    /// <summary>A notice of cancellation is out, or a cancellation recorded.</summary>
    PendingCancellation,

    /// <summary>The policy had ended when it was recorded.</summary>
    RecordedAfterEnd,

    /// <summary>The notice's day had come when its withdrawal was recorded.</summary>
    RecordedLate,

    /// <summary>It takes effect on an earlier day than that of recording.</summary>
    Retroactive,

    /// <summary>The term that is changed has run out.</summary>
    TermHasEnded,
}
