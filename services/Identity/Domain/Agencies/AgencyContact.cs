namespace Portal.Identity.Domain.Agencies;

/// <summary>Whom the sign-in pages name: the agency's own contact, unless its settings name another.</summary>
internal sealed record AgencyContact(string Name, string Phone, string Email)
{
    public static AgencyContact Of(Agency agency) => new(
        agency.Settings.ContactName ?? agency.Details.ContactName,
        agency.Settings.ContactPhone ?? agency.Details.Phone,
        agency.Settings.ContactEmail ?? agency.Details.Email);
}
