namespace Portal.Contracts.Policies;

/// <summary>Standing of a policy as its agency knows it; whether its term has run out is told by the dates.</summary>
public enum PolicyStatus
{
    /// <summary>In force, or to be in force from its effective date.</summary>
    Active,

    /// <summary>Cancelled; it can't be renewed, only reinstated.</summary>
    Cancelled,
}
