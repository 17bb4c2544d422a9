using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Features.Access;
using Portal.Identity.Features.Audit;
using Portal.Identity.Features.Sessions;
using Portal.Identity.Http;
using Portal.Identity.Storage;
using Portal.Persistence;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.Agencies.ManageSettings;

/// <summary>
/// Changes how the agency lets its clients in. Other limits count for sessions that begin from now on.
/// </summary>
internal sealed class ChangeSettingsHandler(
    IdentityDb db, SessionManager sessions, PowerNotices notices, TimeProvider time)
{
    public async Task<Result<Agency>> HandleAsync(
        HttpContext http, AgencySettings settings, string? ifMatch, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Agencies.SingleOrDefaultAsync(cancellationToken) is not { } agency)
        {
            return new AgencyNotFound();
        }

        if (ChangedMeanwhile.Check(ifMatch, agency.SettingsVersion) is { } stale)
        {
            return stale;
        }

        var before = agency.Settings;
        if (!agency.Set(settings))
        {
            return agency;
        }

        if (!await db.TrySaveAsync(cancellationToken))
        {
            return new ChangedMeanwhile();
        }

        if (!settings.ClientCenter)
        {
            foreach (var session in await sessions.LiveAsync(
                one => one.AgencyId == agency.Id && one.Kind == SessionKind.Client, cancellationToken))
            {
                await sessions.EndAsync(session, SessionEnd.AccessLost, http.AuditActor(), cancellationToken);
            }
        }

        var changes = SettingsChanges.Describe(before, settings);
        await notices.TellAsync(
            Powers.ChangeSettings,
            new PowerUse(agency.Id, http.AuditActor()) { Subject = $"The settings were changed: {changes}." },
            cancellationToken);
        db.Record(http.Act(AuditActions.SettingsChanged, "settings", time.GetUtcNow(), detail: changes));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return agency;
    }
}
