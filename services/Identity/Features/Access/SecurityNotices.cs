using Microsoft.EntityFrameworkCore;
using Portal.Contracts.Identity;
using Portal.Identity.Storage;
using Portal.Persistence.Outbox;

namespace Portal.Identity.Features.Access;

/// <summary>Tells people, as part of a change, what was done to their way into an account.</summary>
internal sealed class SecurityNotices(IdentityDb db, TimeProvider time)
{
    /// <summary>Adds the message to the change.</summary>
    /// <param name="agencyId">The agency in whose name the person is told.</param>
    /// <param name="notice">Of what.</param>
    /// <param name="name">Whom.</param>
    /// <param name="email">Where.</param>
    /// <param name="text">What else it says.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task TellAsync(
        Guid agencyId,
        SecurityNotice notice,
        string name,
        string email,
        NoticeText text,
        CancellationToken cancellationToken)
    {
        // Without its agency nobody could say in whose name.
        if (await db.Agencies.IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(
                one => one.Id == agencyId, cancellationToken)
            is not { } agency)
        {
            return;
        }

        var requested = new SecurityNoticeRequested
        {
            NoticeId = Guid.CreateVersion7(),
            AgencyId = agencyId,
            AgencyName = agency.Details.Name,
            AgencyPhone = agency.Settings.ContactPhone ?? agency.Details.Phone,
            Notice = notice,
            Name = name,
            Email = email,
            Client = text.Client,
            Remark = text.Remark,
            Subject = text.Subject,
            By = text.By,
            TimeZone = agency.TimeZone,
            OccurredAt = time.GetUtcNow(),
        };
        db.Enqueue(requested, $"notice:{requested.NoticeId}", awaitSubscriber: true);
    }
}
