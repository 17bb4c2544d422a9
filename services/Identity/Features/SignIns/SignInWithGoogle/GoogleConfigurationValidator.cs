using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Portal.Identity.Features.SignIns.SignInWithGoogle;

/// <summary>
/// OpenID Connect Discovery, section 4.3: the issuer that is described is the one that was asked, which the library
/// leaves open.
/// </summary>
internal sealed class GoogleConfigurationValidator(string authority)
    : IConfigurationValidator<OpenIdConnectConfiguration>
{
    public ConfigurationValidationResult Validate(OpenIdConnectConfiguration configuration) =>
        configuration.Issuer?.TrimEnd('/') == authority
            ? new ConfigurationValidationResult { Succeeded = true }
            : new ConfigurationValidationResult
            {
                Succeeded = false,
                ErrorMessage = $"{authority} describes another issuer.",
            };
}
