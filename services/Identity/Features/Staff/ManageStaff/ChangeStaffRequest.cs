namespace Portal.Identity.Features.Staff.ManageStaff;

/// <summary>A JSON merge patch (RFC 7396) of a person: what is not given stays.</summary>
public sealed record ChangeStaffRequest
{
    public string? Name { get; init; }

    /// <summary>admin, agent or assistant; another one ends the person's sessions.</summary>
    public string? Role { get; init; }

    /// <summary>Whether the person may sign in; false ends the person's sessions.</summary>
    public bool? Active { get; init; }
}
