namespace Portal.Identity.Features.ListClients;

/// <summary>Place in the list of clients after which the next page begins.</summary>
internal sealed record ClientPosition(string SortName, Guid Id);
