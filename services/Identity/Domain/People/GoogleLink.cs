using Portal.ServiceDefaults.Agencies;

namespace Portal.Identity.Domain.People;

/// <summary>A Google account that a person proved to hold. Known by issuer and subject, never by its address.</summary>
internal sealed class GoogleLink : IOwnedByAgency<Guid>
{
    /// <summary>The claim iss.</summary>
    public required string Issuer { get; init; }

    /// <summary>The claim sub.</summary>
    public required string Subject { get; init; }

    public required Guid AgencyId { get; init; }

    public required Guid PersonId { get; init; }

    public required DateTimeOffset LinkedAt { get; init; }
}
