namespace Portal.ServiceDefaults.Tokens;

/// <summary>Names of the claims in the portal's access tokens.</summary>
public static class PortalClaims
{
    /// <summary>Person, partner client or service that the token speaks for (RFC 7519, sub).</summary>
    public const string Subject = "sub";

    /// <summary>Agency whose data the token reaches.</summary>
    public const string Agency = "agency";

    /// <summary>Account of the client whose data the token is bounded to, where it is.</summary>
    public const string Account = "account";

    /// <summary>admin, agent, assistant, insured, partner or service.</summary>
    public const string Role = "role";

    /// <summary>Scopes divided by blanks (RFC 8693, scope).</summary>
    public const string Scope = "scope";

    /// <summary>Client that the token was issued to (RFC 8693, client_id).</summary>
    public const string ClientId = "client_id";
}
