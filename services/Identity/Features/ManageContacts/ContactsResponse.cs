namespace Portal.Identity.Features.ManageContacts;

/// <summary>The people at a client, the primary contact first.</summary>
internal sealed record ContactsResponse(IReadOnlyList<FurtherContactResponse> Items);
