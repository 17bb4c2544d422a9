using Portal.Contracts.Policies;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Certificates.Storage;

/// <summary>This service's copy of a policy, as much of it as lists and exports show.</summary>
public sealed class PolicyCopy : IOwnedByAgency<Guid>, IOwnedByAccount<Guid>
{
    public required Guid Id { get; init; }

    public required Guid AgencyId { get; init; }

    public required Guid AccountId { get; init; }

    public required long Version { get; init; }

    public required PolicyLine Line { get; init; }

    public required string Number { get; init; }
}
