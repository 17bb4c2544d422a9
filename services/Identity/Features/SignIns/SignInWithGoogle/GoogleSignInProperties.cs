using Microsoft.AspNetCore.Authentication;

namespace Portal.Identity.Features.SignIns.SignInWithGoogle;

/// <summary>What travels in the state besides what the framework puts there.</summary>
internal static class GoogleSignInProperties
{
    private const string Agency = "agency";
    private const string Afterwards = "afterwards";
    private const string NonceItem = "nonce";

    public static AuthenticationProperties To(string slug, string? returnTo) =>
        new(new Dictionary<string, string?> { [Agency] = slug, [Afterwards] = returnTo });

    public static string? SlugOf(AuthenticationProperties? properties) =>
        properties?.Items.TryGetValue(Agency, out var slug) is true ? slug : null;

    public static string? ReturnToOf(AuthenticationProperties? properties) =>
        properties?.Items.TryGetValue(Afterwards, out var returnTo) is true ? returnTo : null;

    /// <summary>Ties the ID token to this journey (OpenID Connect Core, section 3.1.2.1, nonce).</summary>
    public static string? NonceOf(AuthenticationProperties? properties) =>
        properties?.Items.TryGetValue(NonceItem, out var nonce) is true ? nonce : null;

    public static void SetNonce(AuthenticationProperties properties, string nonce) =>
        properties.Items[NonceItem] = nonce;
}
