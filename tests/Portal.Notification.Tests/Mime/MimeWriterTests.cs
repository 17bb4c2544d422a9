using System.Buffers;
using System.Text;
using Portal.Notification.Mime;
using Portal.Notification.Smtp;
using Portal.Notification.Tests.Support;
using Xunit;

namespace Portal.Notification.Tests.Mime;

public sealed class MimeWriterTests
{
    [Fact]
    public void A_message_is_a_text_an_alternative_and_the_PDF()
    {
        var message = Some.Message();

        var mail = Write(message);

        Assert.Equal(
            ["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "application/pdf"],
            mail.All().Select(part => part.ContentType));
        Assert.Equal(["text/plain", "text/html"], mail.Parts[0].Parts.Select(part => part.ContentType));
        Assert.Equal(message.Attachment!.Content.ToArray(), mail.PartContent("application/pdf"));
        Assert.Equal("COI-1.pdf", mail.All().Last().Parameter("Content-Disposition", "filename"));
        Assert.Equal("attachment", mail.All().Last().Raw("Content-Disposition").Split(';')[0]);
    }

    [Fact]
    public void Without_a_PDF_a_message_is_a_text_and_its_alternative()
    {
        var mail = Write(Some.Message() with { Attachment = null });

        Assert.Equal(["multipart/alternative", "text/plain", "text/html"], mail.All().Select(part => part.ContentType));
    }

    [Fact]
    public void Without_HTML_and_subject_a_message_is_its_text_alone()
    {
        var mail = Write(Some.Message(text: "Líne 1\nLine 2") with { Attachment = null, Html = null, Subject = null });

        Assert.Equal("text/plain", Assert.Single(mail.All()).ContentType);
        Assert.Equal("Líne 1\r\nLine 2\r\n", mail.PartText("text/plain").TrimEnd('\r', '\n') + "\r\n");
        Assert.DoesNotContain("Subject", mail.Names);
    }

    [Fact]
    public void The_header_has_each_field_once()
    {
        var message = Some.Message();

        var mail = Write(message);

        Assert.Equal(
            [
                "Date", "From", "Reply-To", "To", "Subject", "Message-ID", "Auto-Submitted", "MIME-Version",
                "Content-Type",
            ], mail.Names);
        Assert.Equal("Sun, 01 Mar 2026 15:30:00 +0000", mail.Raw("Date"));
        Assert.Equal("Agency <portal@agency.example>", mail.Raw("From"));
        Assert.Equal("jo@agency.example", mail.Raw("Reply-To"));
        Assert.Equal("Holder LLC <holder@example.org>", mail.Raw("To"));
        Assert.Equal("Certificate of insurance", mail.Raw("Subject"));
        Assert.Equal($"<{message.Id.Cause:N}@agency.example>", mail.Raw("Message-ID"));
        Assert.Equal("1.0", mail.Raw("MIME-Version"));
    }

    [Fact]
    public void The_message_id_is_decided_by_the_certificate_alone()
    {
        var message = Some.Message();

        Assert.Equal(
            Write(message).Raw("Message-ID"),
            Write(message with { Subject = HeaderText.From("Again") }).Raw("Message-ID"));
        Assert.NotEqual(Write(message).Raw("Message-ID"), Write(Some.Message()).Raw("Message-ID"));
    }

    [Theory]
    [InlineData("Smith, Jones & Co.")]
    [InlineData("\"The\" \\ Company")]
    [InlineData("A.B. (Holdings)")]
    [InlineData("=?utf-8?Q?not_encoded?=")]
    [InlineData("Ķīsis und Söhne, Straßenbau Gesellschaft mit beschränkter Haftung, Zweigniederlassung "
        + "Mönchengladbach")]
    [InlineData("株式会社日本損害保険ジャパン東京本社大阪支店名古屋支店福岡支店札幌支店仙台支店広島支店")]
    [InlineData("👷🏽‍♀️ Builders 🏗️🏗️🏗️🏗️🏗️🏗️🏗️🏗️🏗️🏗️🏗️🏗️🏗️🏗️🏗️🏗️")]
    public void Names_and_subjects_arrive_as_they_were_written(string text)
    {
        var name = HeaderText.From(text);
        var message = Some.Message();

        var mail = Write(message with { Subject = name, To = message.To with { Name = name } });

        Assert.Equal(name.Value, mail.Header("Subject"));
        Assert.EndsWith(" <holder@example.org>", mail.Header("To"), StringComparison.Ordinal);
        Assert.Equal(name.Value, Unquote(mail.Header("To")[..^" <holder@example.org>".Length]));
        Assert.InRange(mail.LongestHeaderLine, 1, 76);
    }

    [Theory]
    [InlineData("COI 1 – Ķīsis.pdf")]
    [InlineData("quote\".pdf")]
    [InlineData("it's 100% (final*).pdf")]
    [InlineData("株式会社日本損害保険ジャパン東京本社大阪支店名古屋支店福岡支店札幌支店.pdf")]
    public void A_file_name_arrives_as_it_was_written(string name)
    {
        var message = Some.Message();

        var mail = Write(message with { Attachment = message.Attachment! with { FileName = HeaderText.From(name) } });

        var part = mail.All().Last();
        Assert.Equal(name, part.Parameter("Content-Disposition", "filename"));
        Assert.InRange(part.LongestHeaderLine, 1, 76);
    }

    [Fact]
    public void A_file_name_never_leads_out_of_its_folder()
    {
        var message = Some.Message();

        var mail = Write(
            message with { Attachment = message.Attachment! with { FileName = HeaderText.From("../..\\a.pdf") } });

        Assert.Equal(".._.._a.pdf", mail.All().Last().Parameter("Content-Disposition", "filename"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Any_text_arrives_as_it_was_written(bool allowEightBit)
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var text = HostileText.Next(random, 2000);
            var mail = Write(Some.Message(text: text), allowEightBit);

            var expected = HostileText.WellFormed(text).ReplaceLineEndings("\r\n")
                .Replace("\0", "", StringComparison.Ordinal) + "\r\n";
            Assert.Equal(expected, mail.PartText("text/plain"));
        }
    }

    [Fact]
    public void No_text_in_any_field_adds_a_header_or_breaks_the_form()
    {
        var random = new Random(11);
        var names = Write(Some.Message()).Names.ToList();
        for (var round = 0; round < 2000; round++)
        {
            var noise = HeaderText.From(HostileText.Next(random, 120));
            var message = Some.Message();

            var mail = Write(message with
            {
                From = message.From with { Name = noise },
                ReplyTo = message.ReplyTo! with { Name = noise },
                To = message.To with { Name = noise },
                Subject = noise,
                Attachment = message.Attachment! with { FileName = noise },
            });

            Assert.Equal(names, mail.Names);
            Assert.Equal(noise.Value, mail.Header("Subject"));
            Assert.InRange(mail.LongestHeaderLine, 1, 76);
        }
    }

    [Fact]
    public void Encoded_words_are_never_longer_than_the_standard_allows()
    {
        var random = new Random(13);
        for (var round = 0; round < 2000; round++)
        {
            var text = HeaderText.From(HostileText.Next(random, 300)).Value;
            foreach (var (word, i) in EncodedWords.Encode(text, 60).Select((word, i) => (word, i)))
            {
                Assert.InRange(word.Length, 1, i == 0 ? 60 : EncodedWords.MaxLength);
            }
        }
    }

    private static ParsedMail Write(MailMessage message, bool allowEightBit = false)
    {
        var written = new ArrayBufferWriter<byte>();
        MimeWriter.Write(written, message, allowEightBit);

        // What leaves is checked for stray CR, LF and long lines; it must pass whatever the fields hold.
        MessageContent.WriteDotStuffed(new ArrayBufferWriter<byte>(), written.WrittenSpan);
        return ParsedMail.Parse(written.WrittenSpan.ToArray());
    }

    private static string Unquote(string phrase)
    {
        if (!phrase.StartsWith('"'))
        {
            return phrase;
        }

        var text = new StringBuilder();
        for (var i = 1; i < phrase.Length - 1; i++)
        {
            text.Append(phrase[i] == '\\' ? phrase[++i] : phrase[i]);
        }

        return text.ToString();
    }
}
