namespace Portal.Notification.Smtp;

/// <summary>What the relay offers, as its answer to EHLO lists (RFC 5321, section 4.1.1.1).</summary>
internal sealed record SmtpCapabilities
{
    /// <summary>Nothing offered.</summary>
    public static SmtpCapabilities None { get; } = new();

    /// <summary>RFC 3207.</summary>
    public bool StartTls { get; init; }

    /// <summary>RFC 2920.</summary>
    public bool Pipelining { get; init; }

    /// <summary>RFC 6152.</summary>
    public bool EightBitMime { get; init; }

    /// <summary>RFC 6531.</summary>
    public bool SmtpUtf8 { get; init; }

    /// <summary>RFC 1870: whether the relay wants to know a message's size.</summary>
    public bool Size { get; init; }

    /// <summary>Mechanisms of AUTH (RFC 4954), in upper case.</summary>
    public IReadOnlyList<string> Auth { get; init; } = [];

    /// <summary>Reads the answer to EHLO.</summary>
    public static SmtpCapabilities From(SmtpReply reply)
    {
        var offers = reply.Lines.Skip(1).Select(line => line.ToUpperInvariant().Split(' '))
            .ToLookup(words => words[0], words => words[1..]);
        return new SmtpCapabilities
        {
            StartTls = offers.Contains("STARTTLS"),
            Pipelining = offers.Contains("PIPELINING"),
            EightBitMime = offers.Contains("8BITMIME"),
            SmtpUtf8 = offers.Contains("SMTPUTF8"),
            Size = offers.Contains("SIZE"),
            Auth = [.. offers["AUTH"].SelectMany(words => words)],
        };
    }
}
