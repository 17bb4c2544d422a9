namespace Portal.Notification.Smtp;

/// <summary>How long to wait in each phase (RFC 5321, section 4.5.3.2), times a scale.</summary>
internal sealed class SmtpTimeouts(double scale)
{
    /// <summary>For the TCP connection; the standard leaves it open.</summary>
    public TimeSpan Connect { get; } = TimeSpan.FromSeconds(30) * scale;

    public TimeSpan Greeting { get; } = TimeSpan.FromMinutes(5) * scale;

    /// <summary>For EHLO, STARTTLS and AUTH, MAIL, RCPT and RSET, each.</summary>
    public TimeSpan Command { get; } = TimeSpan.FromMinutes(5) * scale;

    public TimeSpan TlsHandshake { get; } = TimeSpan.FromMinutes(1) * scale;

    /// <summary>For the 354 that answers DATA.</summary>
    public TimeSpan DataInitiation { get; } = TimeSpan.FromMinutes(2) * scale;

    /// <summary>For the relay to take what is written to it.</summary>
    public TimeSpan DataBlock { get; } = TimeSpan.FromMinutes(3) * scale;

    /// <summary>For the answer to the last line. Too short a time makes duplicates.</summary>
    public TimeSpan DataTermination { get; } = TimeSpan.FromMinutes(10) * scale;

    /// <summary>For a polite farewell that nothing depends on.</summary>
    public TimeSpan Quit { get; } = TimeSpan.FromSeconds(2) * scale;
}
