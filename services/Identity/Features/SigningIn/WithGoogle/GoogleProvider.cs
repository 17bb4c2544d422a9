using Microsoft.Extensions.Options;
using Portal.Identity.Domain.Agencies;

namespace Portal.Identity.Features.SigningIn.WithGoogle;

/// <summary>Whether Google can be used.</summary>
internal sealed class GoogleProvider(IOptions<GoogleSettings> settings)
{
    /// <summary>Whether the portal has Google configured and the agency's clients may use it.</summary>
    public bool IsOfferedBy(Agency agency) => settings.Value.IsConfigured && agency.Settings.OffersGoogle;
}
