namespace Portal.Notification.Smtp;

/// <summary>What became of handing over a message.</summary>
internal abstract record StageOutcome
{
    private StageOutcome()
    {
    }

    /// <summary>The relay waits for the last line.</summary>
    public sealed record Staged(IStagedMail Mail) : StageOutcome;

    /// <summary>It ended before.</summary>
    public sealed record Ended(MailOutcome Outcome) : StageOutcome;
}
