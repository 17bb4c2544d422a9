using Portal.Web.Api.Partners;
using Portal.Web.Components.Forms;

namespace Portal.Web.Pages.Agency.ManagePartners;

/// <summary>A partner client as typed.</summary>
public sealed record PartnerForm
{
    public string? Name { get; init; }

    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>secret or private_key_jwt; chosen once.</summary>
    public string? Authentication { get; init; }

    /// <summary>What a partner can be allowed, each as the API names it.</summary>
    public static IReadOnlyList<Option> KnownScopes { get; } =
    [
        Scope("clients.read", "See clients"),
        Scope("policies.read", "See policies"),
        Scope("policies.write", "Add, change and renew policies"),
        Scope("imports.read", "See imports"),
        Scope("imports.write", "Import files"),
        Scope("holders.read", "See certificate holders"),
        Scope("certificates.read", "See certificates and their PDFs"),
        Scope("distributions.read", "Watch distributions"),
        Scope("deliveries.read", "See deliveries"),
        Scope("deliveries.write", "Retry deliveries"),
        Scope("compliance.read", "See compliance"),
    ];

    public static IReadOnlyList<Option> Proofs { get; } =
    [
        new("secret", "By a secret") { Help = "The portal makes it and shows it once." },
        new("private_key_jwt", "By a key of its own")
        {
            Help = "Safer: its private key never leaves the partner (private_key_jwt).",
        },
    ];

    public static PartnerForm Of(Partner partner) =>
        new() { Name = partner.Name, Scopes = partner.Scopes, Authentication = partner.Authentication };

    public static PartnerForm Read(IFormCollection fields) => new()
    {
        Name = fields["name"].ToString().Trim(),
        Scopes = [.. fields["scopes"].OfType<string>()],
        Authentication = fields["authentication"].ToString() is { Length: > 0 } chosen ? chosen : null,
    };

    private static Option Scope(string name, string label) => new(name, label) { Help = name };
}
