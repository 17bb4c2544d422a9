using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Storage;

namespace Portal.Identity.Features.Access;

/// <summary>
/// Tells those whom a power's rule names that it was used, as part of the change. Nobody is told of their own deed.
/// </summary>
internal sealed class PowerNotices(IdentityDb db, SecurityNotices notices)
{
    public async Task TellAsync(Power power, PowerUse use, CancellationToken cancellationToken)
    {
        var text = new NoticeText(use.Account?.Details.LegalName, use.Remark, use.Subject, use.By.Name);
        foreach (var (audience, notice) in power.Tells)
        {
            foreach (var (name, email) in await PeopleAsync(audience, use, cancellationToken))
            {
                await notices.TellAsync(use.AgencyId, notice, name, email, text, cancellationToken);
            }
        }
    }

    private async Task<IReadOnlyList<(string Name, string Email)>> PeopleAsync(
        Audience audience, PowerUse use, CancellationToken cancellationToken) => audience switch
        {
            Audience.Affected => use.Affected is { } affected ? [affected] : [],
            Audience.PrimaryContact => use.Account is { } account
                && !await IsTheirOwnAsync(account, use, cancellationToken)
                ? [(account.Details.PrimaryContact.Name, account.Details.PrimaryContact.Email)]
                : [],
            Audience.OtherAdmins => await OtherAdminsAsync(use, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(audience), audience, "No such audience."),
        };

    // Who did it knows; and the same address is not written to twice.
    private async Task<bool> IsTheirOwnAsync(Account account, PowerUse use, CancellationToken cancellationToken) =>
        (use.Affected is { } affected && Account.Comparable(affected.Email) == account.PrimaryEmail)
        || await db.Sessions.AnyAsync(
            one => one.Id == use.By.SessionId && one.Email == account.PrimaryEmail, cancellationToken);

    private async Task<IReadOnlyList<(string Name, string Email)>> OtherAdminsAsync(
        PowerUse use, CancellationToken cancellationToken)
    {
        var doer = Guid.TryParse(use.By.Id, out var id) ? id : Guid.Empty;
        var told = use.Affected is { } affected ? Account.Comparable(affected.Email) : null;
        var admins = await db.Staff.AsNoTracking()
            .Where(
                one => one.AgencyId == use.AgencyId && one.Role == StaffRole.Admin && one.IsActive && one.Id != doer
                    && one.Email != told)
            .OrderBy(one => one.Name).ThenBy(one => one.Id).ToListAsync(cancellationToken);
        return [.. admins.Select(one => (one.Name, one.Email))];
    }
}
