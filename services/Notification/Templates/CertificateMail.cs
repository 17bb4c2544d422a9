using System.Globalization;
using System.Text;
using Portal.Insurance;
using Portal.Notification.Domain.Deliveries;
using Portal.Notification.Mime;

namespace Portal.Notification.Templates;

/// <summary>
/// The message that brings a holder its certificate. Plain text and HTML say the same; the HTML fetches nothing from
/// anywhere.
/// </summary>
internal static class CertificateMail
{
    public static HeaderText Subject(Notice notice) =>
        HeaderText.From($"Certificate of insurance {notice.CertificateNumber} for {notice.InsuredName}");

    public static string Text(Notice notice)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            Dear {UserText.Line(notice.HolderName)},

            attached is your certificate of insurance for {UserText.Line(notice.InsuredName)}.

            Certificate {UserText.Line(notice.CertificateNumber)}, revision {notice.Revision}, shows:

            """);
        foreach (var policy in notice.Policies)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"  - {LineOfBusiness.Of(policy.Line).Name}, policy {UserText.Line(policy.Number)}, {Term(policy)}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"""

            Check at any time that it is genuine and current:
            {UserText.Line(notice.VerificationUrl)}

            Questions? Answer this message, or ask {UserText.Line(notice.Producer.ContactName)} at {UserText.Line(notice.Producer.Name)}:
            {UserText.Line(notice.Producer.Phone)}, {UserText.Line(notice.Producer.Email)}

            The certificate is issued as a matter of information only and does not change the coverage of the policies.

            """);
        return text.ToString();
    }

    public static string Html(Notice notice)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>{UserText.Html(Subject(notice).Value)}</title></head>
            <body style="font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:1.5;color:#1a1a1a">
            <p>Dear {UserText.Html(notice.HolderName)},</p>
            <p>attached is your certificate of insurance for <strong>{UserText.Html(notice.InsuredName)}</strong>.</p>
            <p>Certificate {UserText.Html(notice.CertificateNumber)}, revision {notice.Revision}, shows:</p>
            <table style="border-collapse:collapse" cellpadding="6">
            <tr><th align="left">Coverage</th><th align="left">Policy</th><th align="left">Term</th></tr>

            """);
        foreach (var policy in notice.Policies)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td>{LineOfBusiness.Of(policy.Line).Name}</td><td>{UserText.Html(policy.Number)}</td><td>{Term(policy)}</td></tr>\n");
        }

        html.Append(CultureInfo.InvariantCulture, $"""
            </table>
            <p>Check at any time that it is genuine and current:<br>
            {Link(notice.VerificationUrl)}</p>
            <p>Questions? Answer this message, or ask {UserText.Html(notice.Producer.ContactName)} at {UserText.Html(notice.Producer.Name)}:<br>
            {UserText.Html(notice.Producer.Phone)}, {UserText.Html(notice.Producer.Email)}</p>
            <p style="font-size:12px;color:#595959">The certificate is issued as a matter of information only
            and does not change the coverage of the policies.</p>
            </body></html>

            """);
        return html.ToString();
    }

    private static string Term(NoticePolicy policy) => string.Create(
        CultureInfo.InvariantCulture, $"{policy.Effective:MM/dd/yyyy} to {policy.Expiration:MM/dd/yyyy}");

    private static string Link(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? $"<a href=\"{UserText.Html(uri.AbsoluteUri)}\">{UserText.Html(url)}</a>"
            : UserText.Html(url);
}
