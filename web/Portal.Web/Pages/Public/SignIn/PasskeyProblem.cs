using Portal.Web.Api;
using Portal.Web.Formats;

namespace Portal.Web.Pages.Public.SignIn;

/// <summary>Why a passkey did not sign in, for the person who used it.</summary>
internal static class PasskeyProblem
{
    private const string NotAsked = "passkey-not-asked";

    /// <summary>A sentence for a refusal that is about a passkey; null for every other.</summary>
    public static string? Of(ApiProblem? problem) => problem?.Code switch
    {
        NotAsked => "That took too long. Use your passkey again.",
        "passkey-wrong" or PasskeyText.Missing => problem.Detail,
        _ => null,
    };
}
