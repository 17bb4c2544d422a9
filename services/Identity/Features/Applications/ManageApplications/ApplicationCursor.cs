namespace Portal.Identity.Features.Applications.ManageApplications;

/// <summary>Place in the list of applications after which the next page begins.</summary>
internal sealed record ApplicationCursor(string Name, string Id);
