using Portal.ServiceDefaults.Tokens;
using Portal.Testing.Tokens;

namespace Portal.Architecture.Tests.Access;

/// <summary>A column of the table: somebody who calls, and the token that is brought along.</summary>
/// <param name="Name">As the table calls it.</param>
/// <param name="Token">The token for a route that asks for these scopes; null where none is brought.</param>
internal sealed record Role(string Name, Func<TestIssuer, IReadOnlyCollection<string>, string?> Token)
{
    /// <summary>
    /// Whoever operates the portal: brings no token but the secret that the app host gave the service.
    /// </summary>
    public const string Operator = "operator";

    private static readonly Guid Agency = Guid.CreateVersion7();
    private static readonly Guid Account = Guid.CreateVersion7();

    /// <summary>Every role, in the order of the table.</summary>
    public static IReadOnlyList<Role> All { get; } =
    [
        new("anonymous", (_, _) => null),
        new("insured", (issuer, _) => issuer.InsuredToken(Agency, Account)),
        new("assistant", (issuer, _) => issuer.StaffToken(Agency, Roles.Assistant)),
        new("agent", (issuer, _) => issuer.StaffToken(Agency, Roles.Agent)),
        new("admin", (issuer, _) => issuer.StaffToken(Agency, Roles.Admin)),
        new("partner", (issuer, _) => issuer.PartnerToken(Agency, [.. Scopes.ForPartners])),
        new("partner-without", (issuer, asked) => issuer.PartnerToken(Agency, [.. Scopes.ForPartners.Except(asked)])),
        new("view", (issuer, _) => issuer.DelegateToken(Agency, Account, PortalClaims.ViewMode)),
        new("manage", (issuer, _) => issuer.DelegateToken(Agency, Account, PortalClaims.ManageMode)),
        new("service", (issuer, _) => issuer.ServiceToken([.. Scopes.ForServices])),
        new(Operator, (_, _) => null),
    ];

    public override string ToString() => Name;
}
