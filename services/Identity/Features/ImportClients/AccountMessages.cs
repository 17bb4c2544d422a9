using Portal.Contracts;
using Portal.Identity.Domain.Accounts;

namespace Portal.Identity.Features.ImportClients;

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
        Address = new PostalAddress
        {
            Street = account.Details.Address.Street,
            City = account.Details.Address.City,
            State = account.Details.Address.State,
            Zip = account.Details.Address.Zip,
        },
        ContactName = account.Details.PrimaryContact.Name,
        ContactEmail = account.Details.PrimaryContact.Email,
        ContactMobile = account.Details.PrimaryContact.Mobile,
        OccurredAt = account.ChangedAt,
    };
}
