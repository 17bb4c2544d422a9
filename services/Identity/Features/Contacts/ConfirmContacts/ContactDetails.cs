using Portal.Identity.Domain.Accounts;

namespace Portal.Identity.Features.Contacts.ConfirmContacts;

/// <summary>A person and where codes for that person go.</summary>
/// <param name="Mobile">In E.164.</param>
internal sealed record ContactDetails(string Name, string Email, string? Mobile)
{
    public static ContactDetails Of(Contact contact) => new(contact.Name, contact.Email, contact.Mobile);
}
