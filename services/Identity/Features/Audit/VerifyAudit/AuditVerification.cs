namespace Portal.Identity.Features.Audit.VerifyAudit;

/// <summary>What came of verifying a trail.</summary>
/// <param name="Entries">Entries in their places, up to the end or to the first that does not fit.</param>
/// <param name="LastHash">Hash of the last of them; null where there is none.</param>
/// <param name="BrokenAt">
/// Number of the first entry that does not fit or is missing; null where the trail is whole.
/// </param>
/// <param name="Problem">What is wrong there.</param>
internal sealed record AuditVerification(long Entries, byte[]? LastHash, long? BrokenAt, string? Problem)
{
    public bool IsWhole => BrokenAt is null;
}
