namespace Portal.Identity.Features.ManagePartners;

/// <summary>Place in the list of partner clients after which the next page begins.</summary>
internal sealed record PartnerClientPosition(string Name, string Id);
