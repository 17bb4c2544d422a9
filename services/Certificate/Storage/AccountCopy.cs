using Portal.ServiceDefaults.Agencies;

namespace Portal.Certificates.Storage;

/// <summary>This service's copy of an account, as much of it as lists and exports show.</summary>
public sealed class AccountCopy : IOwnedByAgency<Guid>
{
    public required Guid Id { get; init; }

    public required Guid AgencyId { get; init; }

    public required long Version { get; init; }

    public required string ClientRef { get; init; }

    public required string LegalName { get; init; }
}
