using Portal.Identity.Domain.Agencies;
using Portal.Identity.Http;

namespace Portal.Identity.Features.Staff.ManageStaff;

/// <summary>Reads what requests say of people, and words it.</summary>
internal static class StaffReader
{
    /// <summary>A role in a sentence.</summary>
    public static string Described(StaffRole role) => role switch
    {
        StaffRole.Admin => "an admin",
        StaffRole.Agent => "an agent",
        _ => "an assistant",
    };

    public static StaffRole Role(this FieldReader fields, string? given)
    {
        switch (given)
        {
            case "admin":
                return StaffRole.Admin;
            case "agent":
                return StaffRole.Agent;
            case "assistant":
                return StaffRole.Assistant;
            default:
                fields.Refuse("role", "'role' takes one of admin, agent, assistant.");
                return default;
        }
    }
}
