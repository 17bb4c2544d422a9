namespace Portal.Identity.Domain.SignIns;

/// <summary>Who signs in.</summary>
public enum SignInAudience
{
    /// <summary>A person at a client of the agency.</summary>
    Client,

    /// <summary>A person of the agency.</summary>
    Staff,
}
