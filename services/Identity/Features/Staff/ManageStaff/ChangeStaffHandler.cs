using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Features.Access;
using Portal.Identity.Features.Audit;
using Portal.Identity.Http;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Staff.ManageStaff;

/// <summary>Changes a person of the agency; whose rights change is signed out at once.</summary>
internal sealed class ChangeStaffHandler(
    IdentityDb db, StaffDeactivation deactivation, PowerNotices notices, TimeProvider time)
{
    public async Task<(StaffMemberResponse? Changed, IReadOnlyList<Error> Problems)> HandleAsync(
        HttpContext http, Guid id, ChangeStaffRequest request, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.TakeStaffTurnAsync(http.User.AgencyId(), cancellationToken);
        if (await db.Staff.SingleOrDefaultAsync(one => one.Id == id, cancellationToken) is not { } member)
        {
            return (null, [new StaffNotFound()]);
        }

        var fields = new FieldReader();
        var before = (member.Name, member.Role, member.IsActive);
        var after = (
            Name: request.Name is null ? member.Name : fields.Text("name", request.Name),
            Role: request.Role is null ? member.Role : fields.Role(request.Role),
            IsActive: request.Active ?? member.IsActive);
        if (fields.Problems.Count > 0)
        {
            return (null, fields.Problems);
        }

        if (before == after)
        {
            return (StaffMemberResponse.Of(member), []);
        }

        var isAdmin = after is { Role: StaffRole.Admin, IsActive: true };
        if (!isAdmin && member is { Role: StaffRole.Admin, IsActive: true }
            && !await AnotherAdminAsync(id, cancellationToken))
        {
            return (null, [new LastAdmin()]);
        }

        (member.Name, member.Role, member.IsActive) = after;
        if ((before.Role, before.IsActive) != (after.Role, after.IsActive))
        {
            await deactivation.SignOutAsync(member, http.AuditActor(), cancellationToken);
            var rights = after.IsActive
                ? $"may sign in as {StaffReader.Described(after.Role)}"
                : "may not sign in any more";
            await notices.TellAsync(
                Powers.ChangeStaff,
                new PowerUse(member.AgencyId, http.AuditActor())
                {
                    Affected = (after.Name, member.Email),
                    Subject = $"{after.Name} {rights}.",
                },
                cancellationToken);
        }

        db.Record(http.Act(
            AuditActions.StaffChanged,
            id.ToString(),
            time.GetUtcNow(),
            detail: $"{after.Name}: {after.Role}, {(after.IsActive ? "active" : "deactivated")}"));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (StaffMemberResponse.Of(member), []);
    }

    private Task<bool> AnotherAdminAsync(Guid id, CancellationToken cancellationToken) =>
        db.Staff.AnyAsync(one => one.Id != id && one.Role == StaffRole.Admin && one.IsActive, cancellationToken);
}
