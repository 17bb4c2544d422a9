using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.Staff.ManageStaff;

internal sealed record StaffNotFound() : NotFound("staff-not-found", "The agency has no person of this id.");

internal sealed record StaffExists() : Conflict(
    "staff-exists",
    "A person of the agency has this address; change that one, who may have been deactivated, or write another "
    + "address.");

internal sealed record LastAdmin() : Conflict(
    "last-admin",
    "This is the last active admin, without whom nobody could manage the agency; make somebody else an admin first.");
