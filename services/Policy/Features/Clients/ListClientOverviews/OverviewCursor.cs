namespace Portal.Policies.Features.Clients.ListClientOverviews;

/// <summary>Place in the list of overviews: by the sort in use, then by id.</summary>
/// <param name="Name">Name in lower case.</param>
/// <param name="NextRenewal">Day of the next renewal; the last day there is where there is none.</param>
/// <param name="Id">The client.</param>
internal sealed record OverviewCursor(string Name, DateOnly NextRenewal, Guid Id);
