namespace Portal.Identity.Features.SearchAudit;

/// <summary>Place in the trail before which the next page begins.</summary>
internal sealed record EntryPosition(long Number);
