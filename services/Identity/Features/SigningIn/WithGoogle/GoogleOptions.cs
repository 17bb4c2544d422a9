using Microsoft.AspNetCore.Authentication.OAuth;

namespace Portal.Identity.Features.SigningIn.WithGoogle;

/// <summary>What the framework's OAuth handler goes by.</summary>
internal sealed class GoogleOptions : OAuthOptions
{
    /// <summary>Name of the scheme.</summary>
    public const string Scheme = "Google";

    /// <summary>Address in the portal that the provider sends the browser back to.</summary>
    public string RedirectUri { get; set; } = "";
}
