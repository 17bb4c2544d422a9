using System.Text.Encodings.Web;
using Portal.Notification.Mime;

namespace Portal.Notification.Templates;

/// <summary>What somebody typed, as a message may hold it: one line, so that none can pretend to be another part of it.</summary>
internal static class Typed
{
    public static string Line(string value) => HeaderText.From(value).Value;

    public static string Html(string value) => HtmlEncoder.Default.Encode(Line(value));
}
