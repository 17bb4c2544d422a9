using Portal.Identity.Domain.Accounts;

namespace Portal.Identity.Features.Clients;

/// <summary>An account that somebody may sign in to, and as which of its contacts.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="ClientRef">The agency's own key for the client.</param>
/// <param name="LegalName">The client.</param>
/// <param name="Name">Name of the contact.</param>
/// <param name="Email">Address on record, as it was written down.</param>
/// <param name="Mobile">Mobile number in E.164 on record.</param>
internal sealed record AccessibleAccount(
    Guid AccountId, string ClientRef, string LegalName, string Name, string Email, string? Mobile)
{
    public static AccessibleAccount Of(Account account, Contact contact) =>
        new(account.Id, account.ClientRef, account.Details.LegalName, contact.Name, contact.Email, contact.Mobile);

    public static AccessibleAccount Of(Account account, FurtherContact contact) =>
        new(account.Id, account.ClientRef, account.Details.LegalName, contact.Name, contact.Email, contact.Mobile);
}
