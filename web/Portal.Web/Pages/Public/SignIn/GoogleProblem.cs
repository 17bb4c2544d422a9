namespace Portal.Web.Pages.Public.SignIn;

/// <summary>Why the way through Google led back to the first page, for the person who went it.</summary>
internal static class GoogleProblem
{
    /// <summary>
    /// Sentences for a problem of Identity's; null where there is nothing to tell beside what the page says anyway.
    /// </summary>
    public static string? Of(string? problem, string agency) => problem switch
    {
        null or "client-center-off" => null,
        "google-address-not-found" => $"The address of this Google account is not one that {agency} has on file. "
        + "Please contact your agent directly, "
            + "or use the address that they have.",
        "google-cancelled" => "You did not let Google tell us who you are. Try again, or use your email address.",
        "google-not-offered" => $"Signing in with Google is not offered by {agency}. Use your email address.",
        "code-too-soon" => "A code was sent to your address less than a minute ago. Wait a moment, then try again.",
        "too-many-codes" => "Too many codes were sent. Try again later, or contact your agent directly.",
        _ => "Signing in with Google did not work. Try again, or use your email address.",
    };
}
