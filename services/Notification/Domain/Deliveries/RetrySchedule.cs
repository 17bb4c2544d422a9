namespace Portal.Notification.Domain.Deliveries;

/// <summary>When a mail that was not accepted is tried again: after waits that double, and not without end.</summary>
/// <param name="FirstWait">Wait after the first attempt.</param>
/// <param name="LongestWait">Wait that doubling ends at.</param>
/// <param name="MaxAttempts">Attempts after which the delivery has failed.</param>
internal sealed record RetrySchedule(TimeSpan FirstWait, TimeSpan LongestWait, int MaxAttempts)
{
    private const int MaxDoublings = 30;

    /// <summary>Wait after so many attempts; null when it was the last.</summary>
    public TimeSpan? WaitAfter(int attempts)
    {
        if (attempts >= MaxAttempts)
        {
            return null;
        }

        var wait = FirstWait * Math.Pow(2, Math.Min(attempts - 1, MaxDoublings));
        return wait < LongestWait ? wait : LongestWait;
    }
}
