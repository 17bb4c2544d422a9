namespace Portal.Identity.Features.Audit.VerifyAudit;

/// <summary>
/// Whether the agency's audit trail is whole. Kept elsewhere, count and hash prove later that it still begins so.
/// </summary>
/// <param name="LastHash">In lower-case hexadecimal digits; null for an empty trail.</param>
/// <param name="BrokenAt">Number of the first entry that does not fit or is missing.</param>
internal sealed record VerificationResponse(bool Ok, long Entries, string? LastHash, long? BrokenAt, string? Problem)
{
    public static VerificationResponse Of(AuditVerification verification) => new(
        verification.IsWhole,
        verification.Entries,
        verification.LastHash is null ? null : Convert.ToHexStringLower(verification.LastHash),
        verification.BrokenAt,
        verification.Problem);
}
