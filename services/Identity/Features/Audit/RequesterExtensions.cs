using Portal.Contracts.Identity;
using Portal.Identity.Domain.Audit;

namespace Portal.Identity.Features.Audit;

/// <summary>Whoever caused a message, for the audit trail.</summary>
internal static class RequesterExtensions
{
    public static AuditActor ToActor(this Requester requester) => new()
    {
        Id = requester.Id,
        Name = requester.Name,
        Role = requester.Role,
        SessionId = requester.SessionId,
        From = requester.From,
    };
}
