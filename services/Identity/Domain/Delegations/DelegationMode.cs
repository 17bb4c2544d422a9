namespace Portal.Identity.Domain.Delegations;

/// <summary>What a broker may do in a client's account.</summary>
internal enum DelegationMode
{
    /// <summary>Reading only.</summary>
    View,

    /// <summary>Writing too.</summary>
    Manage,
}
