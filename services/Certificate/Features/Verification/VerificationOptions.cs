using System.ComponentModel.DataAnnotations;

namespace Portal.Certificates.Features.Verification;

/// <summary>Settings under <c>Portal</c>.</summary>
internal sealed class VerificationOptions
{
    public const string Section = "Portal";

    /// <summary>Address of the gateway as holders reach it; the verification links begin with it.</summary>
    [Required(ErrorMessage = "Set Portal__PublicUrl to the gateway's public address, such as "
        + "https://portal.example.com.")]
    [Url(ErrorMessage = "Portal__PublicUrl must be an absolute http or https address.")]
    public string PublicUrl { get; init; } = "";
}
