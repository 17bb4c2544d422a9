using Portal.Identity.Domain.Audit;
using Portal.ServiceDefaults.Requests;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Http;

/// <summary>What a request does, as the audit trail wants to know it.</summary>
internal static class Acts
{
    /// <summary>A fact of the request's caller.</summary>
    /// <param name="http">The request, of an authenticated caller.</param>
    /// <param name="action">One of <see cref="AuditActions"/>.</param>
    /// <param name="target">On what.</param>
    /// <param name="now">When.</param>
    /// <param name="accountId">Client whom it concerns.</param>
    /// <param name="detail">In a few words.</param>
    public static AuditFact Act(
        this HttpContext http, string action, string target, DateTimeOffset now, Guid? accountId = null, string? detail = null)
    {
        var (caller, actor) = (http.User, http.User.Actor());
        return new AuditFact
        {
            AgencyId = caller.AgencyId(),
            AccountId = accountId,
            ActorId = actor.Id,
            ActorName = actor.Name,
            ActorRole = actor.Role,
            OnBehalfOf = caller.DelegationId() is null ? null : caller.Subject(),
            DelegationId = caller.DelegationId(),
            SessionId = caller.SessionId(),
            Action = action,
            Target = target,
            Outcome = AuditOutcome.Done,
            Detail = detail,
            From = http.CallerAddress()?.ToString(),
            At = now,
        };
    }

    /// <summary>Name under which whoever calls is shown to others.</summary>
    public static string CallerName(this HttpContext http)
    {
        var actor = http.User.Actor();
        return actor.Name ?? actor.Id;
    }
}
