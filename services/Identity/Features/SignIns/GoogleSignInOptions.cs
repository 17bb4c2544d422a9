namespace Portal.Identity.Features.SignIns;

/// <summary>
/// The portal as a client of Google, from the configuration section <c>Google</c>; without a client id it is not
/// offered.
/// </summary>
internal sealed class GoogleSignInOptions
{
    public const string Section = "Google";

    /// <summary>Issuer, under which discovery is found.</summary>
    public string Authority { get; set; } = "https://accounts.google.com";

    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }
}
