namespace Portal.Contracts.Policies;

/// <summary>Autos that a policy covers.</summary>
public enum AutoScope
{
    /// <summary>Any auto.</summary>
    Any,

    /// <summary>Owned autos only.</summary>
    Owned,

    /// <summary>Scheduled autos.</summary>
    Scheduled,

    /// <summary>Hired autos only.</summary>
    Hired,

    /// <summary>Non-owned autos only.</summary>
    NonOwned,
}
