namespace Portal.Contracts.Policies;

/// <summary>Trigger of a liability coverage.</summary>
public enum CoverageForm
{
    /// <summary>Covers what occurs in the policy period.</summary>
    Occurrence,

    /// <summary>Covers claims made in the policy period.</summary>
    ClaimsMade,
}
