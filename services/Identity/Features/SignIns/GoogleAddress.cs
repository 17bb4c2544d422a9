using Portal.Identity.Domain.Agencies;

namespace Portal.Identity.Features.SignIns;

/// <summary>Signing in with Google.</summary>
internal static class GoogleAddress
{
    /// <summary>Where a browser goes to begin.</summary>
    public const string Path = "/api/v1/sign-in/google";

    private const string Gmail = "@gmail.com";
    private const string Googlemail = "@googlemail.com";

    /// <summary>Whether an address is one of Google's own.</summary>
    public static bool IsGmail(string email) => OtherName(email) is not null;

    /// <summary>
    /// The other name of one of Google's own mailboxes, as sign-in compares it: what is sent to either arrives in the
    /// same. Null for every other address. What stands before the @ counts by the letter, dots and what follows a plus
    /// too.
    /// </summary>
    public static string? OtherName(string email) =>
        email.EndsWith(Gmail, StringComparison.Ordinal) ? email[..^Gmail.Length] + Googlemail
        : email.EndsWith(Googlemail, StringComparison.Ordinal) ? email[..^Googlemail.Length] + Gmail
        : null;

    /// <summary>The path to begin at an agency, with where to go afterwards.</summary>
    public static string Of(Agency agency, string? returnTo) =>
        $"{Path}?agency={Uri.EscapeDataString(agency.Slug)}{(returnTo is null ? "" : $"&returnTo={Uri.EscapeDataString(returnTo)}")}";
}
