using System.Text.Encodings.Web;
using Portal.Notification.Mime;

namespace Portal.Notification.Templates;

/// <summary>
/// Text that a user typed, as a message may show it: one line, so that it can't pretend to be another part of the
/// message.
/// </summary>
internal static class UserText
{
    public static string Line(string value) => HeaderText.From(value).Value;

    public static string Html(string value) => HtmlEncoder.Default.Encode(Line(value));
}
