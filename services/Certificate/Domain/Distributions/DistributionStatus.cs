namespace Portal.Certificates.Domain.Distributions;

/// <summary>State of a distribution.</summary>
public enum DistributionStatus
{
    /// <summary>Promised by a renewal, not yet opened.</summary>
    Preparing,

    /// <summary>Being issued and delivered.</summary>
    Running,

    /// <summary>Held by a person; nothing more is issued until it is resumed.</summary>
    Paused,

    /// <summary>Every certificate was accepted by the relay or has failed for good.</summary>
    Finished,

    /// <summary>Ended by a person; what was issued stays issued.</summary>
    Cancelled,
}
