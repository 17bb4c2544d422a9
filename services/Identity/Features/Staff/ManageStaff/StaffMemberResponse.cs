using Portal.Identity.Domain.Agencies;

namespace Portal.Identity.Features.Staff.ManageStaff;

/// <summary>A person who works for the agency.</summary>
/// <param name="Active">Whether the person may sign in.</param>
/// <param name="SecondFactor">Whether an authenticator app is set up.</param>
internal sealed record StaffMemberResponse(
    Guid Id, string Name, string Email, StaffRole Role, bool Active, bool SecondFactor)
{
    public static StaffMemberResponse Of(StaffMember member) =>
        new(member.Id, member.Name, member.Email, member.Role, member.IsActive, member.TotpSecret is not null);
}
