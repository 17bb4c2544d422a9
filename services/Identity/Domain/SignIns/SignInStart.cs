namespace Portal.Identity.Domain.SignIns;

/// <summary>What a sign-in begins with.</summary>
internal sealed record SignInStart
{
    public required Guid AgencyId { get; init; }

    public required SignInAudience Audience { get; init; }

    /// <summary>As sign-in compares it.</summary>
    public required string Email { get; init; }

    /// <summary>The same address as it is on record; null when it is nobody's.</summary>
    public string? EmailOnRecord { get; init; }

    /// <summary>The same mailbox by its other name, as sign-in compares it; null where it has one alone.</summary>
    public string? AlsoEmail { get; init; }

    /// <summary>Number in E.164 that a code may go to.</summary>
    public string? Mobile { get; init; }

    /// <summary>Whether nothing may tell if the address is somebody's.</summary>
    public required bool Conceals { get; init; }

    /// <summary>The member of the staff; null for clients, and for an address that is nobody's.</summary>
    public Guid? StaffId { get; init; }

    /// <summary>Safe path to go to afterwards.</summary>
    public string? ReturnTo { get; init; }
}
