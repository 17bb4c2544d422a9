using System.Globalization;
using Portal.Notification.Mime;

namespace Portal.Benchmarks.Fanout;

/// <summary>A mail as the product sends it.</summary>
internal static class SampleMail
{
    public static MailMessage Number(int number, Mailbox sender, byte[] pdf)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"certs{number}@holder.example");
        return !Mailbox.TryParse($"Whitaker Port Authority <{address}>", out var holder)
            ? throw new FormatException(address)
            : new MailMessage
            {
                Id = new MessageId(Guid.CreateVersion7(), sender.Address),
                Date = DateTimeOffset.UtcNow,
                From = sender,
                To = holder,
                Subject = HeaderText.From("Certificate of insurance for Petrov Scaffolding LLC"),
                Text = "Attached is your certificate of insurance.",
                Html = "<p>Attached is your certificate of insurance.</p>",
                Attachment = new PdfAttachment(HeaderText.From("certificate.pdf"), pdf),
            };
    }
}
