using Portal.Contracts.Accounts;
using Portal.Insurance;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Policies.Domain.Accounts;

/// <summary>Policy's own copy of a client's account. Identity keeps the original.</summary>
internal sealed class Account : IOwnedByAgency<AgencyId>
{
    public required AccountId Id { get; init; }

    public required AgencyId AgencyId { get; init; }

    /// <summary>Version of the original that the copy was made from.</summary>
    public required long Version { get; init; }

    /// <summary>The agency's own key for the client.</summary>
    public required string ClientRef { get; init; }

    public required string LegalName { get; init; }

    public string? Dba { get; init; }

    public required PostalAddress Address { get; init; }

    /// <summary>What free text is looked for in: reference and legal name, folded.</summary>
    public string SearchText
    {
        get => field ??= TextFolding.Fold($"{ClientRef}\n{LegalName}");
        private init;
    }

    public Client AsClient() => new(Id, ClientRef, LegalName);
}
