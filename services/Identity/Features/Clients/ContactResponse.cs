using Portal.Identity.Domain.Accounts;

namespace Portal.Identity.Features.Clients;

/// <summary>The primary contact of a client; the mobile number in E.164.</summary>
internal sealed record ContactResponse(string Name, string Email, string? Mobile)
{
    public static ContactResponse Of(Contact contact) => new(contact.Name, contact.Email, contact.Mobile);
}
