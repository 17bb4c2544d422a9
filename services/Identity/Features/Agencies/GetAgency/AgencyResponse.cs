using Portal.Identity.Domain.Agencies;

namespace Portal.Identity.Features.Agencies.GetAgency;

/// <summary>The caller's agency as its certificates name it, with its people.</summary>
internal sealed record AgencyResponse(
    Guid Id,
    string Name,
    AddressResponse Address,
    AgencyContactResponse Contact,
    string AuthorizedRepresentative,
    IReadOnlyList<StaffResponse> Staff)
{
    public static AgencyResponse Of(Agency agency, IEnumerable<StaffMember> staff) => new(
        agency.Id,
        agency.Details.Name,
        AddressResponse.Of(agency.Details.Address),
        new AgencyContactResponse(
            agency.Details.ContactName, agency.Details.Phone, agency.Details.Fax, agency.Details.Email),
        agency.Details.AuthorizedRepresentative,
        [.. staff.Select(member => new StaffResponse(member.Id, member.Name, member.Email, member.Role))]);
}

/// <summary>How the agency is reached.</summary>
internal sealed record AgencyContactResponse(string Name, string Phone, string? Fax, string Email);

/// <summary>A person who works for the agency.</summary>
internal sealed record StaffResponse(Guid Id, string Name, string Email, StaffRole Role);
