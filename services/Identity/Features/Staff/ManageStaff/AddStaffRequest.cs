namespace Portal.Identity.Features.Staff.ManageStaff;

/// <summary>A person who is to work for the agency.</summary>
public sealed record AddStaffRequest
{
    public string? Name { get; init; }

    /// <summary>The person signs in with it.</summary>
    public string? Email { get; init; }

    /// <summary>admin, agent or assistant.</summary>
    public string? Role { get; init; }
}
