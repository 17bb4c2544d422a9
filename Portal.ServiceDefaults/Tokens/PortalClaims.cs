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

    /// <summary>One of <see cref="Roles"/>.</summary>
    public const string Role = "role";

    /// <summary>Scopes divided by blanks (RFC 8693, scope).</summary>
    public const string Scope = "scope";

    /// <summary>Client that the token was issued to (RFC 8693, client_id).</summary>
    public const string ClientId = "client_id";

    /// <summary>Session that the token was issued for.</summary>
    public const string Session = "sid";

    /// <summary>Name of the person that the token speaks for.</summary>
    public const string Name = "name";

    /// <summary><see cref="ViewMode"/> or <see cref="ManageMode"/>, where somebody acts for the subject.</summary>
    public const string Mode = "mode";

    /// <summary>Who acts for the subject (RFC 8693, act): an object with <c>sub</c> and <c>name</c>.</summary>
    public const string Actor = "act";

    /// <summary>Delegation by which somebody acts for the subject.</summary>
    public const string Delegation = "delegation";

    /// <summary>
    /// Ids (jti) of the tokens that the token was exchanged from, oldest first, divided by blanks: it ends with any of
    /// them.
    /// </summary>
    public const string Origins = "origins";

    /// <summary>Value of <see cref="Mode"/>: reading only.</summary>
    public const string ViewMode = "view";

    /// <summary>Value of <see cref="Mode"/>: writing too.</summary>
    public const string ManageMode = "manage";
}
