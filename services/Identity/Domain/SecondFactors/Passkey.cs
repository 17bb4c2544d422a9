using Portal.ServiceDefaults.Agencies;

namespace Portal.Identity.Domain.SecondFactors;

/// <summary>
/// A passkey of a person of the agency (Web Authentication, Level 3): the public half of a key that stays with the
/// person.
/// </summary>
internal sealed class Passkey : IOwnedByAgency<Guid>
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid AgencyId { get; init; }

    public required Guid StaffId { get; init; }

    /// <summary>What the authenticator calls it; unique everywhere.</summary>
    public required byte[] CredentialId { get; init; }

    /// <summary>COSE key (RFC 9052, section 7).</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>What the person calls it.</summary>
    public required string Name { get; init; }

    public required IReadOnlyList<string> Transports { get; init; }

    /// <summary>How often it signed, as the authenticator counts; 0 where it does not count.</summary>
    public required long SignCount { get; set; }

    public required bool IsUserVerified { get; set; }

    public required bool IsBackupEligible { get; init; }

    public required bool IsBackedUp { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; set; }
}
