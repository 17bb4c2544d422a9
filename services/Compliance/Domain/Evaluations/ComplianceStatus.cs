namespace Portal.Compliance.Domain.Evaluations;

/// <summary>Status of a holder's proof of insurance.</summary>
public enum ComplianceStatus
{
    /// <summary>Every policy shown is in force, as shown, for more than 30 days.</summary>
    Current,

    /// <summary>A policy shown expires within 30 days (EZLynx Client Center: Expiring Soon).</summary>
    Expiring,

    /// <summary>A policy shown has expired.</summary>
    Expired,

    /// <summary>A policy shown was renewed, changed or cancelled, and the holder has no newer certificate.</summary>
    SupersededTerms,
}
