using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Features.Access;
using Portal.Identity.Features.Audit;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Staff.ManageStaff;

/// <summary>
/// Removes the second factor of a person who lost it; the next sign-in sets up a new one, and the person is told.
/// </summary>
internal sealed class ResetSecondFactorHandler(
    IdentityDb db, StaffDeactivation deactivation, PowerNotices notices, TimeProvider time)
{
    /// <summary>Removes it; what is wrong, or null.</summary>
    public async Task<Error?> HandleAsync(HttpContext http, Guid id, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.TakeStaffTurnAsync(http.User.AgencyId(), cancellationToken);
        if (await db.Staff.SingleOrDefaultAsync(one => one.Id == id, cancellationToken) is not { } member)
        {
            return new StaffNotFound();
        }

        member.ForgetAuthenticator();
        db.Passkeys.RemoveRange(await db.Passkeys.Where(one => one.StaffId == id).ToListAsync(cancellationToken));
        await deactivation.SignOutAsync(member, http.AuditActor(), cancellationToken);
        await notices.TellAsync(
            Powers.ResetSecondFactor,
            new PowerUse(member.AgencyId, http.AuditActor())
            {
                Affected = (member.Name, member.Email),
                Subject = $"The second factors of {member.Name} were removed.",
            },
            cancellationToken);
        db.Record(http.Act(AuditActions.SecondFactorReset, id.ToString(), time.GetUtcNow(), detail: member.Name));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }
}
