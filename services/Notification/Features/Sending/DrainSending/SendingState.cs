namespace Portal.Notification.Features.Sending.DrainSending;

/// <summary>Whether certificates are mailed.</summary>
public enum SendingState
{
    /// <summary>As they come.</summary>
    Sending,

    /// <summary>
    /// No batch begins any more, and one that began before is still being sent; asking again waits for it again.
    /// </summary>
    Draining,

    /// <summary>None is being sent, by any replica, until an operator resumes.</summary>
    Drained,
}
