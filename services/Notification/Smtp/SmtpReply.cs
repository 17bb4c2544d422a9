namespace Portal.Notification.Smtp;

/// <summary>A whole reply of the relay (RFC 5321, section 4.2), of one or several lines.</summary>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    private const int MaxText = 1000;

    /// <summary>2xx: done.</summary>
    public bool IsDone => Code / 100 == 2;

    /// <summary>4xx: not now.</summary>
    public bool IsTransient => Code / 100 == 4;

    /// <summary>5xx: never.</summary>
    public bool IsPermanent => Code / 100 == 5;

    /// <summary>Code and text on one line, as a person is shown it.</summary>
    public string Text
    {
        get
        {
            var text = $"{Code} {string.Join(' ', Lines)}".TrimEnd();
            return text.Length <= MaxText ? text : text[..MaxText];
        }
    }
}
