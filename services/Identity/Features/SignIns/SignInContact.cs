using Portal.Identity.Domain.Agencies;

namespace Portal.Identity.Features.SignIns;

/// <summary>Whom the sign-in pages name.</summary>
internal sealed record SignInContact(string Name, string Phone, string Email)
{
    /// <summary>What the agency set for its sign-in pages, else its own.</summary>
    public static SignInContact Of(Agency agency) => new(
        agency.Settings.ContactName ?? agency.Details.ContactName,
        agency.Settings.ContactPhone ?? agency.Details.Phone,
        agency.Settings.ContactEmail ?? agency.Details.Email);
}
