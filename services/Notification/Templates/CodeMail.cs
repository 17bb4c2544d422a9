using Portal.Contracts.Identity;
using Portal.Notification.Mime;

namespace Portal.Notification.Templates;

/// <summary>
/// The message that brings a one-time code. The subject does not have it, because subjects are shown on locked screens
/// and written to relays' logs; there is no link, because people should not learn to sign in by one.
/// </summary>
internal static class CodeMail
{
    public static HeaderText Subject(CodeRequested requested) =>
        HeaderText.From($"Your sign-in code for {requested.AgencyName}");

    public static string Text(CodeRequested requested, string code) => $"""
        Your code for signing in at {UserText.Line(requested.AgencyName)}:

            {Grouped(code)}

        Type it where you asked for it. It is good for {Life(requested)}, until {End(requested)}.

        Nobody at {UserText.Line(requested.AgencyName)} will ever ask you for this code. Tell it to no one.

        You did not ask for a code? Then somebody else typed your address. Without the code nobody gets in; please call
        {UserText.Line(requested.AgencyName)} at {UserText.Line(requested.AgencyPhone)}.

        """;

    public static string Html(CodeRequested requested, string code) => HtmlFrame.Around(Subject(requested).Value, $"""
        <p>Your code for signing in at <strong>{UserText.Html(requested.AgencyName)}</strong>:</p>
        <p style="margin:24px 0;font-family:Consolas,Menlo,monospace;font-size:36px;font-weight:bold;line-height:1.2;white-space:nowrap">{Grouped(code)}</p>
        <p>Type it where you asked for it. It is good for {Life(requested)}, until {End(requested)}.</p>
        <p><strong>Nobody at {UserText.Html(requested.AgencyName)} will ever ask you for this code.</strong> Tell it to no one.</p>
        <p style="font-size:13px;color:#595959">You did not ask for a code? Then somebody else typed your address. Without the
        code nobody gets in; please call {UserText.Html(requested.AgencyName)} at {UserText.Html(requested.AgencyPhone)}.</p>
        """);

    // Two halves are easier to carry over in one's head.
    private static string Grouped(string code) => $"{code[..(code.Length / 2)]} {code[(code.Length / 2)..]}";

    private static string Life(CodeRequested requested) => Minutes.Between(requested.OccurredAt, requested.ExpiresAt);

    private static string End(CodeRequested requested) => LocalTime.Time(requested.ExpiresAt, requested.TimeZone);
}
