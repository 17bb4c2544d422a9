namespace Portal.Identity.Features.Clients.ListClients;

/// <summary>Place in the list of clients after which the next page begins.</summary>
internal sealed record ClientCursor(string SortName, Guid Id);
