namespace Portal.ServiceDefaults.Tokens;

/// <summary>
/// What each role of a person may do, as scopes. The one home of this mapping: Identity issues tokens by it, and the
/// table of routes is tested against it.
/// </summary>
public static class RoleScopes
{
    private static readonly string[] Admin = [.. Scopes.ForPartners, .. Scopes.ForPeople.Except([Scopes.ConsentWrite])];

    private static readonly string[] Agent =
        [.. Admin.Except([Scopes.AgencyWrite, Scopes.ApplicationsRead, Scopes.ApplicationsWrite, Scopes.AuditRead])];

    // Steps in to look; that it is to look only, the route itself sees to.
    private static readonly string[] Assistant =
    [
        .. Agent.Where(scope => scope.EndsWith(".read", StringComparison.Ordinal)),
        Scopes.DelegationsWrite, Scopes.DelegationsEnd, Scopes.SessionsWrite,
    ];

    private static readonly string[] View =
    [
        Scopes.PoliciesRead, Scopes.CertificatesRead, Scopes.HoldersRead, Scopes.DistributionsRead,
        Scopes.ComplianceRead,
        Scopes.DeliveriesRead, Scopes.AuditRead, Scopes.DelegationsRead, Scopes.ConsentRead,
    ];

    // Sign-ins, consent and stepping in stay with the client itself.
    private static readonly string[] Manage = [.. View, Scopes.PoliciesWrite, Scopes.DeliveriesWrite];

    private static readonly string[] Insured =
        [.. View, Scopes.DelegationsEnd, Scopes.SessionsRead, Scopes.SessionsWrite, Scopes.ConsentWrite];

    /// <summary>Scopes of a person who signed in.</summary>
    /// <param name="role">One of <see cref="Roles"/> that a person can have.</param>
    /// <exception cref="ArgumentException">No person has this role.</exception>
    public static IReadOnlyList<string> Of(string role) => role switch
    {
        Roles.Admin => Admin,
        Roles.Agent => Agent,
        Roles.Assistant => Assistant,
        Roles.Insured => Insured,
        _ => throw new ArgumentException($"No person has the role '{role}'.", nameof(role)),
    };

    /// <summary>Scopes of who acts for a client.</summary>
    /// <param name="mode"><see cref="PortalClaims.ViewMode"/> or <see cref="PortalClaims.ManageMode"/>.</param>
    /// <exception cref="ArgumentException">There is no such mode.</exception>
    public static IReadOnlyList<string> OfDelegate(string mode) => mode switch
    {
        PortalClaims.ViewMode => View,
        PortalClaims.ManageMode => Manage,
        _ => throw new ArgumentException($"There is no mode '{mode}'.", nameof(mode)),
    };
}
