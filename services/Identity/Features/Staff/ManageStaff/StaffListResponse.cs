namespace Portal.Identity.Features.Staff.ManageStaff;

/// <summary>The agency's people by name, those who may not sign in any more included.</summary>
internal sealed record StaffListResponse(IReadOnlyList<StaffMemberResponse> Items);
