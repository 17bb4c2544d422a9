namespace Portal.Identity.Features.Contacts.ManageContacts;

/// <summary>The people at a client, the primary contact first.</summary>
internal sealed record ContactsResponse(IReadOnlyList<FurtherContactResponse> Items);
