namespace Portal.ServiceDefaults.Tokens;

/// <summary>Values of <see cref="PortalClaims.Role"/>.</summary>
public static class Roles
{
    /// <summary>Of the agency's staff: everything, its settings and people included.</summary>
    public const string Admin = "admin";

    /// <summary>Of the agency's staff: works for its clients.</summary>
    public const string Agent = "agent";

    /// <summary>Of the agency's staff: reads only.</summary>
    public const string Assistant = "assistant";

    /// <summary>A person of a client, or who acts for one; bounded to an account.</summary>
    public const string Insured = "insured";

    /// <summary>A system that an agency's admin let in.</summary>
    public const string Partner = "partner";

    /// <summary>One of the portal's own services.</summary>
    public const string Service = "service";
}
