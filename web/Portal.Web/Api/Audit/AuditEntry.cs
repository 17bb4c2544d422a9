namespace Portal.Web.Api.Audit;

/// <summary>An entry of the audit trail.</summary>
/// <param name="Number">Its place in the trail.</param>
/// <param name="RecordedAt">When it was done.</param>
/// <param name="Action">What was done, as thing.deed.</param>
/// <param name="Outcome">done or refused.</param>
/// <param name="Detail">More about it, where there is more.</param>
/// <param name="Actor">Who did it.</param>
public sealed record AuditEntry(
    long Number, DateTimeOffset RecordedAt, string Action, string Outcome, string? Detail, AuditActor Actor);

/// <summary>Who did it; the name is null where it is not known.</summary>
public sealed record AuditActor(string? Name, string? Role);
