using Portal.Web.Formats;
using Portal.Web.Services;

namespace Portal.Web.Pages.SignIn;

/// <summary>Why a passkey did not sign in, for the person who used it.</summary>
internal static class PasskeyProblem
{
    private const string NotAsked = "passkey-not-asked";

    /// <summary>A sentence for a refusal that is about a passkey; null for every other.</summary>
    public static string? Of(Refusal? refusal) => refusal?.Code switch
    {
        NotAsked => "That took too long. Use your passkey again.",
        "passkey-wrong" or PasskeyText.Missing => refusal.Detail,
        _ => null,
    };
}
