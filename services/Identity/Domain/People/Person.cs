using Portal.ServiceDefaults.Agencies;

namespace Portal.Identity.Domain.People;

/// <summary>
/// Whoever signs in with an e-mail address at an agency's Client Center. Which accounts that opens is looked up each
/// time: the contacts say so, never this row.
/// </summary>
internal sealed class Person : IOwnedByAgency<Guid>
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid AgencyId { get; init; }

    /// <summary>As sign-in compares it; unique within the agency.</summary>
    public required string Email { get; init; }

    public required DateTimeOffset FirstSeenAt { get; init; }
}
