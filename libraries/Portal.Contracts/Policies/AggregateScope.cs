namespace Portal.Contracts.Policies;

/// <summary>To what the general aggregate limit applies.</summary>
public enum AggregateScope
{
    /// <summary>Once a policy.</summary>
    Policy,

    /// <summary>Each project (CG 25 03).</summary>
    Project,

    /// <summary>Each location (CG 25 04).</summary>
    Location,
}
