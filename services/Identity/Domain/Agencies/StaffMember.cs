using Portal.ServiceDefaults.Agencies;

namespace Portal.Identity.Domain.Agencies;

/// <summary>A person who works for an agency.</summary>
internal sealed class StaffMember : IOwnedByAgency<Guid>
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid AgencyId { get; init; }

    /// <summary>Lower case; unique within the agency.</summary>
    public required string Email { get; init; }

    public required string Name { get; set; }

    public required StaffRole Role { get; set; }

    /// <summary>Whether the person may sign in.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Secret of the person's authenticator app, sealed; null while none is set up.</summary>
    public byte[]? TotpSecret { get; private set; }

    /// <summary>Last time step whose password was accepted; each counts once.</summary>
    public long TotpStep { get; private set; }

    /// <summary>Sets up an authenticator app, whose password of this step was the first.</summary>
    public void Enroll(byte[] sealedSecret, long step) => (TotpSecret, TotpStep) = (sealedSecret, step);

    /// <summary>Notes that the password of a step was used.</summary>
    public void Use(long step) => TotpStep = step;

    /// <summary>Forgets the authenticator app; the next sign-in sets one up.</summary>
    public void ForgetAuthenticator() => (TotpSecret, TotpStep) = (null, 0);
}
