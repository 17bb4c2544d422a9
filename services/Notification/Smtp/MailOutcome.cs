namespace Portal.Notification.Smtp;

/// <summary>How sending a message ended.</summary>
/// <param name="Answer">The relay's own words, or what happened instead of an answer, for a person to read.</param>
internal abstract record MailOutcome(string Answer)
{
    /// <summary>The outcome's name in telemetry.</summary>
    public string Name => this switch
    {
        Accepted => "accepted",
        Deferred => "deferred",
        Refused => "refused",
        _ => "unavailable",
    };

    /// <summary>The relay has taken responsibility for the message.</summary>
    public sealed record Accepted(string Answer) : MailOutcome(Answer);

    /// <summary>
    /// Not now: the relay answered 4xx, or the connection broke within this message. Trying again is right.
    /// </summary>
    public sealed record Deferred(string Answer) : MailOutcome(Answer);

    /// <summary>Never: the relay answered 5xx, or the message needs what the relay does not offer.</summary>
    public sealed record Refused(string Answer) : MailOutcome(Answer);

    /// <summary>The relay can't be used at all at the moment; it says nothing about this message.</summary>
    public sealed record Unavailable(string Answer) : MailOutcome(Answer);
}
