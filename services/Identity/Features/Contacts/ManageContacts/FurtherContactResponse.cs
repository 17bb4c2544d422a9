using Portal.Identity.Domain.Accounts;
using Portal.ServiceDefaults.Requests;

namespace Portal.Identity.Features.Contacts.ManageContacts;

/// <summary>A person at a client.</summary>
/// <param name="Id"><c>primary</c>, or the id of a further contact.</param>
/// <param name="Mobile">In E.164.</param>
/// <param name="Access">Whether the person may sign in; the primary contact always may.</param>
/// <param name="Etag">For If-Match.</param>
internal sealed record FurtherContactResponse(
    string Id, string Name, string Email, string? Mobile, bool Access, string Etag)
{
    public static FurtherContactResponse Of(Account account) => new(
        Contact.PrimaryId,
        account.Details.PrimaryContact.Name,
        account.Details.PrimaryContact.Email,
        account.Details.PrimaryContact.Mobile,
        Access: true,
        ETags.Of(account.Version));

    public static FurtherContactResponse Of(FurtherContact contact) =>
        new(
            contact.Id.ToString(),
            contact.Name,
            contact.Email,
            contact.Mobile,
            contact.HasAccess,
            ETags.Of(contact.RowVersion));
}
