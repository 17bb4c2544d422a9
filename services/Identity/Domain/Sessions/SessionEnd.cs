namespace Portal.Identity.Domain.Sessions;

/// <summary>Why a session ended before its time.</summary>
internal enum SessionEnd
{
    SignedOut,

    /// <summary>Ended from the list of sessions.</summary>
    Ended,

    /// <summary>The same browser signed in anew.</summary>
    Replaced,

    /// <summary>The person may not sign in any more.</summary>
    AccessLost,
}
