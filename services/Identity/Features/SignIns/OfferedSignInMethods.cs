using Portal.Identity.Domain.Agencies;

namespace Portal.Identity.Features.SignIns;

/// <summary>Ways of signing in.</summary>
internal sealed class OfferedSignInMethods(IConfiguration configuration)
{
    public const string Email = "email";
    public const string Google = "google";

    /// <summary>Setting without which the portal has no Google.</summary>
    public const string GoogleClientId = "Google:ClientId";

    /// <summary>Whether an agency's clients may use Google.</summary>
    public bool OffersGoogle(AgencySettings settings) => Of(settings).Contains(Google);

    /// <summary>The ways that an agency's clients have.</summary>
    public IReadOnlyList<string> Of(AgencySettings settings) =>
        settings.OffersGoogle && !string.IsNullOrEmpty(configuration[GoogleClientId]) ? [Email, Google] : [Email];
}
