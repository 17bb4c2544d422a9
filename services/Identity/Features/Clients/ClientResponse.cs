using Portal.Identity.Domain.Accounts;
using Portal.Identity.Features.Agencies;

namespace Portal.Identity.Features.Clients;

/// <summary>A client of the agency.</summary>
internal sealed record ClientResponse(
    Guid Id, string Ref, string LegalName, string? Dba, AddressResponse Address, ContactResponse Contact)
{
    public static ClientResponse Of(Account account) => new(
        account.Id,
        account.ClientRef,
        account.Details.LegalName,
        account.Details.Dba,
        AddressResponse.Of(account.Details.Address),
        ContactResponse.Of(account.Details.PrimaryContact));
}
