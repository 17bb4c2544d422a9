using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Domain.Agencies;

/// <summary>Roles of the staff as tokens write them.</summary>
internal static class StaffRoles
{
    /// <exception cref="ArgumentOutOfRangeException">There is no such role.</exception>
    public static string Claim(this StaffRole role) => role switch
    {
        StaffRole.Admin => Roles.Admin,
        StaffRole.Agent => Roles.Agent,
        StaffRole.Assistant => Roles.Assistant,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "There is no such role."),
    };
}
