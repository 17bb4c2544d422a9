namespace Portal.Identity.Features.Audit.SearchAudit;

/// <summary>Place in the trail before which the next page begins.</summary>
internal sealed record EntryCursor(long Number);
