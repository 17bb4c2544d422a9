using Portal.Contracts.Identity;
using Portal.Notification.Mime;

namespace Portal.Notification.Templates;

/// <summary>The message about something that changes how a person gets into an account.</summary>
internal static class SecurityNoticeMail
{
    public static HeaderText Subject(SecurityNoticeRequested requested) => HeaderText.From(requested.Notice switch
    {
        SecurityNotice.GoogleLinked => $"A Google account was linked to your sign-in at {requested.AgencyName}",
        SecurityNotice.SecondFactorAdded => $"A second factor was added to your sign-in at {requested.AgencyName}",
        SecurityNotice.SecondFactorReset => $"Your second factors at {requested.AgencyName} were removed",
        SecurityNotice.ConsentAsked => $"{requested.AgencyName} asks to be allowed into your account",
        SecurityNotice.ContactChanged => $"Where your sign-in codes from {requested.AgencyName} go was changed",
        SecurityNotice.ContactAdded => $"{requested.AgencyName} wrote down another contact for you",
        SecurityNotice.AccessGiven => $"Another person may sign in to your account at {requested.AgencyName}",
        SecurityNotice.ConsentDecided => $"Whether {requested.AgencyName} may step into your account was decided",
        SecurityNotice.SecondFactorRemoved => $"A passkey was removed from your sign-in at {requested.AgencyName}",
        SecurityNotice.RightsChanged => $"What you may do at {requested.AgencyName} was changed",
        SecurityNotice.AgencyAccessChanged => $"Who may act for {requested.AgencyName} was changed",
        _ => throw Unknown(requested),
    });

    public static string Text(SecurityNoticeRequested requested) =>
        string.Concat(Paragraphs(requested).Select(paragraph => $"{UserText.Line(paragraph)}\n\n"))
            .TrimEnd('\n') + "\n";

    public static string Html(SecurityNoticeRequested requested) => HtmlFrame.Around(
        Subject(requested).Value, string.Join(
            '\n', Paragraphs(requested).Select(paragraph => $"<p>{UserText.Html(paragraph)}</p>")));

    private static IEnumerable<string> Paragraphs(SecurityNoticeRequested requested)
    {
        yield return $"Dear {requested.Name},";
        yield return What(requested);
        if (!string.IsNullOrWhiteSpace(requested.Subject))
        {
            yield return requested.Subject;
        }

        if (!string.IsNullOrWhiteSpace(requested.By))
        {
            yield return $"This was done by {requested.By}.";
        }

        if (!string.IsNullOrWhiteSpace(requested.Client))
        {
            yield return $"This is about the account of {requested.Client}.";
        }

        if (!string.IsNullOrWhiteSpace(requested.Remark))
        {
            yield return $"{requested.AgencyName} says: {requested.Remark}";
        }

        yield return WhatToDo(requested);
    }

    private static string What(SecurityNoticeRequested requested) => requested.Notice switch
    {
        SecurityNotice.GoogleLinked =>
            $"a Google account was linked to your sign-in at {requested.AgencyName} on {At(requested)}. From now on "
            + "whoever holds it can "
            + "sign in with it.",
        SecurityNotice.SecondFactorAdded =>
            $"an authenticator app or a passkey was added to your sign-in at {requested.AgencyName} on "
            + $"{At(requested)}.",
        SecurityNotice.SecondFactorReset =>
            $"an administrator of {requested.AgencyName} removed your authenticator app and passkeys on "
            + $"{At(requested)}. You will be "
            + "asked to set up a new one when you sign in again.",
        SecurityNotice.ConsentAsked =>
            $"{requested.AgencyName} asked on {At(requested)} to be allowed into your account again. Nothing changes "
            + "until you decide.",
        SecurityNotice.ContactChanged =>
            $"the address or telephone number that your sign-in codes from {requested.AgencyName} go to was changed "
            + $"on {At(requested)}.",
        SecurityNotice.ContactAdded =>
            $"{requested.AgencyName} added a contact to your account on {At(requested)}, who may not sign in.",
        SecurityNotice.AccessGiven =>
            $"since {At(requested)} another person, or one at another address or number, may sign in to your account.",
        SecurityNotice.ConsentDecided =>
            $"a person of yours decided on {At(requested)} whether {requested.AgencyName} may step into your account.",
        SecurityNotice.SecondFactorRemoved =>
            $"a passkey was removed from your sign-in at {requested.AgencyName} on {At(requested)}. Where you were "
            + "signed in elsewhere, "
            + "you are signed out.",
        SecurityNotice.RightsChanged =>
            $"an administrator of {requested.AgencyName} changed on {At(requested)} what you may do there.",
        SecurityNotice.AgencyAccessChanged =>
            $"who may act for {requested.AgencyName}, or how they prove it, was changed on {At(requested)}.",
        _ => throw Unknown(requested),
    };

    private static string WhatToDo(SecurityNoticeRequested requested) => requested.Notice == SecurityNotice.ConsentAsked
        ? "To allow it, sign in as you always do and give your consent in your profile; to refuse, do nothing. "
            + $"Questions? Call {requested.AgencyName} at {requested.AgencyPhone}."
        : $"If you know of this, there is nothing to do. If not, call {requested.AgencyName} at "
            + $"{requested.AgencyPhone} at once.";

    private static string At(SecurityNoticeRequested requested) =>
        LocalTime.DateAndTime(requested.OccurredAt, requested.TimeZone);

    private static ArgumentOutOfRangeException Unknown(SecurityNoticeRequested requested) =>
        new(nameof(requested), requested.Notice, "No such notice.");
}
