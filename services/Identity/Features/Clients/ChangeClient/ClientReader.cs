using Portal.Contracts.Accounts;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Http;
using Portal.Insurance;

namespace Portal.Identity.Features.Clients.ChangeClient;

/// <summary>Applies a patch to what is known of a client.</summary>
internal static class ClientReader
{
    private const int LongestCity = 100;

    public static AccountDetails Read(
        ChangeClientRequest request, AccountDetails known, FieldReader fields) => known with
        {
            LegalName = request.LegalName is null ? known.LegalName : fields.Text("legalName", request.LegalName),
            Dba = request.GivesDba ? fields.OptionalText("dba", request.Dba) : known.Dba,
            Address = request.Address is null ? known.Address : Read(request.Address, known.Address, fields),
        };

    private static PostalAddress Read(ChangeAddressRequest request, PostalAddress known, FieldReader fields)
    {
        var address = known with
        {
            Street = request.Street is null ? known.Street : fields.Text("address.street", request.Street),
            City = request.City is null ? known.City : fields.Text("address.city", request.City, LongestCity),
            State = request.State?.Trim().ToUpperInvariant() ?? known.State,
            Zip = request.Zip?.Trim() ?? known.Zip,
        };
        if (request.State is not null && !UsStates.Codes.Contains(address.State))
        {
            fields.Refuse("address.state", "The state is not a USPS code; write two letters such as NJ.");
        }

        if (request.Zip is not null && !ZipCode.IsOne(address.Zip))
        {
            fields.Refuse("address.zip", "A ZIP code has five digits, or nine as 12345-6789.");
        }

        return address;
    }
}
