using Portal.Contracts.Agencies;
using Portal.Identity.Domain.Agencies;

namespace Portal.Identity.Features.Agencies;

/// <summary>What the other services are told of an agency.</summary>
internal static class AgencyMessages
{
    public static AgencyChanged Changed(Agency agency) => new()
    {
        AgencyId = agency.Id,
        Version = agency.Version,
        Name = agency.Details.Name,
        Address = agency.Details.Address,
        ContactName = agency.Details.ContactName,
        Phone = agency.Details.Phone,
        Fax = agency.Details.Fax,
        Email = agency.Details.Email,
        AuthorizedRepresentative = agency.Details.AuthorizedRepresentative,
        OccurredAt = agency.ChangedAt,
    };
}
