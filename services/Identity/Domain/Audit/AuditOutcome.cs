namespace Portal.Identity.Domain.Audit;

/// <summary>What became of an act.</summary>
internal enum AuditOutcome
{
    Done,

    Refused,
}
