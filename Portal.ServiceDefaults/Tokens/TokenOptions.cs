using System.ComponentModel.DataAnnotations;

namespace Portal.ServiceDefaults.Tokens;

/// <summary>Whose tokens are accepted, from the configuration section <c>Identity</c>.</summary>
public sealed class TokenOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Identity";

    /// <summary>Audience of every access token for the portal's API.</summary>
    public const string Audience = "portal-api";

    /// <summary>
    /// Public address of the gateway, which is the issuer's name (RFC 8414, section 2), without a slash at its end.
    /// </summary>
    [Required(ErrorMessage = "Set Identity__Issuer to the public address of the gateway; it is the issuer's name in "
        + "every token.")]
    public string Issuer { get; set; } = "";
}
