using Portal.Contracts;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Storage;
using Portal.Outbox;

namespace Portal.Identity.Features.SigningIn;

/// <summary>Tells people of what touches their way in, as part of a change.</summary>
internal sealed class SecurityNotices(IdentityDb db, TimeProvider time)
{
    public void Tell(Agency agency, SecurityNotice notice, string name, string email, string? remark = null)
    {
        var noticeId = Guid.CreateVersion7();
        db.Enqueue(
            new SecurityNoticeRequested
            {
                NoticeId = noticeId,
                AgencyId = agency.Id,
                AgencyName = agency.Details.Name,
                AgencyPhone = AgencyContact.Of(agency).Phone,
                Notice = notice,
                Name = name,
                Email = email,
                Remark = remark,
                OccurredAt = time.GetUtcNow(),
            },
            $"notice:{noticeId}",
            awaitSubscriber: true);
    }
}
