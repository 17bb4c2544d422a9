using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Portal.Contracts.Certificates;
using Portal.Contracts.Identity;
using Portal.Contracts.Policies;
using Portal.Notification.Mime;
using Portal.Notification.Smtp;
using Portal.ServiceDefaults.Secrets;

namespace Portal.Notification.Tests.Support;

/// <summary>Things that tests need one of.</summary>
internal static class Some
{
    /// <summary>Key that codes are sealed with.</summary>
    public static readonly string CodeKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBox.KeyBytes));

    public static MailAddress Address(string text) =>
        MailAddress.TryParse(text, out var address) ? address : throw new ArgumentException($"'{text}' is no address.");

    public static MailMessage Message(
        string to = "holder@example.org", string text = "A certificate.\n", int pdfOctets = 300) => new()
        {
            Id = new MessageId(Guid.CreateVersion7(), Address("portal@agency.example")),
            Date = new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.FromHours(-6)),
            From = new Mailbox(HeaderText.From("Agency"), Address("portal@agency.example")),
            ReplyTo = new Mailbox(default, Address("jo@agency.example")),
            To = new Mailbox(HeaderText.From("Holder LLC"), Address(to)),
            Subject = HeaderText.From("Certificate of insurance"),
            Text = text,
            Html = $"<p>{text}</p>",
            Attachment = new PdfAttachment(HeaderText.From("COI-1.pdf"), Pdf(pdfOctets)),
        };

    public static byte[] Pdf(int octets)
    {
        var content = new byte[octets];
        new Random(octets).NextBytes(content);
        return content;
    }

    public static SmtpOptions Settings(Relay relay, Action<SmtpOptions>? change = null)
    {
        var settings = new SmtpOptions
        {
            Host = "localhost",
            Port = relay.Port,
            Security = SmtpSecurity.None,
            From = "Agency <portal@agency.example>",
            TimeoutScale = 0.1,
        };
        change?.Invoke(settings);
        return settings;
    }

    public static SmtpTransport Transport(
        Relay relay, Action<SmtpOptions>? change = null, TimeProvider? time = null) =>
        new(Options.Create(Settings(relay, change)), time ?? TimeProvider.System);

    /// <summary>A batch of certificates of one distribution, to holder1@example.org and on.</summary>
    public static CertificatesIssued Issued(int holders, Guid? agency = null, Func<int, string>? email = null) => new()
    {
        DistributionId = Guid.CreateVersion7(),
        AgencyId = agency ?? Guid.CreateVersion7(),
        AccountId = Guid.CreateVersion7(),
        Batch = 1,
        InsuredName = "Acme Roofing, LLC",
        Producer = new ProducerSnapshot
        {
            Name = "Harbor Agency",
            ContactName = "Jo Doe",
            Phone = "(555) 010-2000",
            Email = "jo@harbor.example",
        },
        OccurredAt = DateTimeOffset.UtcNow,
        Certificates =
        [
            .. Enumerable.Range(1, holders).Select(i => Certificate(i, email?.Invoke(i) ?? $"holder{i}@example.org")),
        ],
    };

    /// <summary>A code that is asked for by mail.</summary>
    public static CodeRequested Code(
        string code, string? email = "ana.lopez@example.org", string? mobile = null, string? key = null)
    {
        var codeId = Guid.CreateVersion7();
        var sealing = new SealedText(Options.Create(new CodeProtectionOptions { Key = key ?? CodeKey }));
        return new CodeRequested
        {
            CodeId = codeId,
            AgencyId = Guid.CreateVersion7(),
            AgencyName = "Harbor Agency",
            AgencyPhone = "(555) 010-2000",
            Email = email,
            Mobile = mobile,
            SealedCode = sealing.Seal(code, codeId),
            ExpiresAt = DateTimeOffset.UtcNow.AddMinutes(10),
            Host = "portal.example",
            OccurredAt = DateTimeOffset.UtcNow,
        };
    }

    public static SecurityNoticeRequested Notice(SecurityNotice notice, string email = "ana.lopez@example.org") => new()
    {
        NoticeId = Guid.CreateVersion7(),
        AgencyId = Guid.CreateVersion7(),
        AgencyName = "Harbor Agency",
        AgencyPhone = "(555) 010-2000",
        Notice = notice,
        Name = "Ana Lopez",
        Email = email,
        Client = "Acme Roofing, LLC",
        TimeZone = "America/New_York",
        OccurredAt = new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.FromHours(-6)),
    };

    private static IssuedCertificate Certificate(int i, string email) => new()
    {
        CertificateId = Guid.CreateVersion7(),
        ShareId = Guid.CreateVersion7(),
        HolderName = $"Holder {i} & Söhne",
        HolderEmail = email,
        Number = $"26-{i:D6}",
        Revision = 1,
        VerificationUrl = $"https://portal.example/verify/code{i}",
        IssuedAt = DateTimeOffset.UtcNow,
        Policies =
        [
            new IssuedPolicy
            {
                PolicyId = Guid.CreateVersion7(),
                Line = PolicyLine.GeneralLiability,
                Number = "GL-1",
                Effective = new DateOnly(2026, 3, 1),
                Expiration = new DateOnly(2027, 3, 1),
            },
        ],
    };
}
