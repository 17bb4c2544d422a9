using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Features.Clients;
using Portal.Identity.Storage;

namespace Portal.Identity.Features.SignIns.StartSignIn;

/// <summary>Whose an address is. The same statements are run whether it is somebody's or not.</summary>
internal sealed class AddressLookup(IdentityDb db, AccountAccess access)
{
    public async Task<SignInStart> FindAsync(
        Agency agency, SignInAudience audience, string email, string? returnTo, CancellationToken cancellationToken)
    {
        var start = new SignInStart
        {
            AgencyId = agency.Id,
            Audience = audience,
            Email = email,
            Conceals = audience == SignInAudience.Staff || agency.Settings.ConcealsAddresses,
            ReturnTo = returnTo,
        };
        if (audience == SignInAudience.Staff)
        {
            var member = await db.Staff.AsNoTracking()
                .SingleOrDefaultAsync(one => one.Email == email && one.IsActive, cancellationToken);
            return start with { EmailOnRecord = member?.Email, StaffId = member?.Id };
        }

        var accounts = await access.OfAsync(agency.Id, email, cancellationToken);
        return accounts is [var first, ..]
            ? start with { EmailOnRecord = first.Email, Mobile = CodeDestinations.MobileOf(accounts) }
            : start;
    }
}
