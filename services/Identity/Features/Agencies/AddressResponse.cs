using Portal.Contracts.Accounts;

namespace Portal.Identity.Features.Agencies;

/// <summary>A postal address in the United States.</summary>
internal sealed record AddressResponse(string Street, string City, string State, string Zip)
{
    public static AddressResponse Of(PostalAddress address) =>
        new(address.Street, address.City, address.State, address.Zip);
}
