namespace Portal.Identity.Domain.Agencies;

/// <summary>A person who works for an agency.</summary>
internal sealed class StaffMember
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid AgencyId { get; init; }

    /// <summary>Lower case; unique within the agency.</summary>
    public required string Email { get; init; }

    public required string Name { get; set; }

    public required StaffRole Role { get; set; }
}
