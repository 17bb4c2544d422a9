using Portal.Contracts.Identity;

namespace Portal.Notification.Templates;

/// <summary>
/// The text message that brings a one-time code. Its last line lets the telephone fill the code in on the portal's own
/// page and on no other (WICG, "Origin-bound one-time codes delivered via SMS").
/// </summary>
internal static class CodeText
{
    // Long names would make two messages of one.
    private const int MaxName = 36;

    public static string Of(CodeRequested requested, string code) => $"""
        {Name(requested)}: {code} is your code, good for {Minutes.Between(requested.OccurredAt, requested.ExpiresAt)}. Tell it to no one. Not you? Call {UserText.Line(requested.AgencyPhone)}.

        @{UserText.Line(requested.Host)} #{code}
        """;

    private static string Name(CodeRequested requested)
    {
        var name = UserText.Line(requested.AgencyName);
        return name.Length <= MaxName ? name : UserText.Line(name[..MaxName]);
    }
}
