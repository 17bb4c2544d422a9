namespace Portal.Notification.Mime;

/// <summary>
/// One message to one person: a text, the same as HTML where there is one, and a PDF where one is attached.
/// </summary>
internal sealed record MailMessage
{
    public required MessageId Id { get; init; }

    public required DateTimeOffset Date { get; init; }

    public required Mailbox From { get; init; }

    /// <summary>Whom an answer goes to; null where that is the sender.</summary>
    public Mailbox? ReplyTo { get; init; }

    public required Mailbox To { get; init; }

    /// <summary>null for a reader that shows the text alone.</summary>
    public HeaderText? Subject { get; init; }

    /// <summary>Plain text with any line breaks.</summary>
    public required string Text { get; init; }

    /// <summary>The same as a whole HTML document; null for a reader that shows plain text alone.</summary>
    public string? Html { get; init; }

    public PdfAttachment? Attachment { get; init; }

    /// <summary>Whether a relay must offer SMTPUTF8 (RFC 6531) to take this message.</summary>
    public bool NeedsSmtpUtf8 =>
        From.Address.NeedsSmtpUtf8 || To.Address.NeedsSmtpUtf8 || ReplyTo?.Address.NeedsSmtpUtf8 is true;
}
