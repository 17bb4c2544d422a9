namespace Portal.Notification.Mime;

/// <summary>A PDF that travels with a message.</summary>
internal sealed record PdfAttachment(HeaderText FileName, ReadOnlyMemory<byte> Content);
