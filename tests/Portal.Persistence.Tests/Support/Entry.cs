using Portal.ServiceDefaults.Agencies;

namespace Portal.Persistence.Tests.Support;

internal sealed class Entry : IOwnedByAgency<Guid>
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid AgencyId { get; init; }

    public required string Text { get; init; }
}
