namespace Portal.Notification.Templates;

/// <summary>The document around the HTML of a short message; it fetches nothing from anywhere.</summary>
internal static class HtmlFrame
{
    /// <param name="title">Title as it is, not yet HTML.</param>
    /// <param name="content">HTML.</param>
    public static string Around(string title, string content) => $"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>{UserText.Html(title)}</title></head>
        <body style="font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:1.5;color:#1a1a1a">
        {content}
        </body></html>

        """;
}
