using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Features.Access;
using Portal.Identity.Features.Audit;
using Portal.Identity.Http;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Staff.ManageStaff;

/// <summary>Adds a person to the agency, who may sign in from then on.</summary>
internal sealed class AddStaffHandler(IdentityDb db, PowerNotices notices, TimeProvider time)
{
    public async Task<(StaffMemberResponse? Added, IReadOnlyList<Error> Problems)> HandleAsync(
        HttpContext http, AddStaffRequest request, CancellationToken cancellationToken)
    {
        var fields = new FieldReader();
        var name = fields.Text("name", request.Name);
        var email = Account.Comparable(fields.Email("email", request.Email));
        var role = fields.Role(request.Role);
        if (fields.Problems.Count > 0)
        {
            return (null, fields.Problems);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var agencyId = http.User.AgencyId();
        await db.TakeStaffTurnAsync(agencyId, cancellationToken);
        if (await db.Staff.AnyAsync(one => one.Email == email, cancellationToken))
        {
            return (null, [new StaffExists { Field = "email" }]);
        }

        var member = new StaffMember { AgencyId = agencyId, Email = email, Name = name, Role = role };
        db.Staff.Add(member);
        db.Record(http.Act(AuditActions.StaffAdded, member.Id.ToString(), time.GetUtcNow(), detail: $"{name}: {role}"));
        await notices.TellAsync(
            Powers.AddStaff,
            new PowerUse(agencyId, http.AuditActor())
            {
                Subject = $"{name} was added as {StaffReader.Described(role)}.",
            },
            cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (StaffMemberResponse.Of(member), []);
    }
}
