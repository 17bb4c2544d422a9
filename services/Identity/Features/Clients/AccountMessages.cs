using Portal.Contracts.Accounts;
using Portal.Identity.Domain.Accounts;

namespace Portal.Identity.Features.Clients;

/// <summary>What the other services are told of an account.</summary>
internal static class AccountMessages
{
    public static AccountChanged Changed(Account account) => new()
    {
        AccountId = account.Id,
        AgencyId = account.AgencyId,
        Version = account.Version,
        ClientRef = account.ClientRef,
        LegalName = account.Details.LegalName,
        Dba = account.Details.Dba,
        Address = account.Details.Address,
        ContactName = account.Details.PrimaryContact.Name,
        ContactEmail = account.Details.PrimaryContact.Email,
        ContactMobile = account.Details.PrimaryContact.Mobile,
        OccurredAt = account.ChangedAt,
    };
}
