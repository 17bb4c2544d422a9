
namespace Portal.Certificates.Storage;

/// <summary>This service's copy of an agency: the producer on its certificates.</summary>
public sealed class AgencyCopy
{
    public required Guid Id { get; init; }

    public required long Version { get; init; }

    public required AgencyDetails State { get; init; }
}
