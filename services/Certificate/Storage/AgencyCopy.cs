using Portal.Contracts;

namespace Portal.Certificates.Storage;

/// <summary>This service's copy of an agency: the producer on its certificates.</summary>
public sealed class AgencyCopy
{
    public required Guid Id { get; init; }

    public required long Version { get; set; }

    public required AgencyChanged State { get; set; }
}
