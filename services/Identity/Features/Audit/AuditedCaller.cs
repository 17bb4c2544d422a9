using Portal.Identity.Domain.Audit;
using Portal.ServiceDefaults.Requests;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Audit;

/// <summary>Who makes a request, for the audit trail.</summary>
internal static class AuditedCaller
{
    /// <summary>The person or client whose token the request brings, and for whom it acts where it does.</summary>
    public static AuditActor AuditActor(this HttpContext http)
    {
        var (caller, actor) = (http.User, http.User.Actor());
        return new AuditActor
        {
            Id = actor.Id,
            Name = actor.Name,
            Role = actor.Role,
            OnBehalfOf = caller.DelegationId() is null ? null : caller.Subject(),
            DelegationId = caller.DelegationId(),
            SessionId = caller.SessionId(),
            From = http.CallerAddress()?.ToString(),
        };
    }

    /// <summary>A fact of the request's caller, in the trail of the caller's agency.</summary>
    /// <param name="http">The request, of an authenticated caller.</param>
    /// <param name="action">One of <see cref="AuditActions"/>.</param>
    /// <param name="target">On what.</param>
    /// <param name="now">When.</param>
    /// <param name="accountId">Client whom it concerns.</param>
    /// <param name="detail">In a few words.</param>
    public static AuditFact Act(
        this HttpContext http, string action, string target, DateTimeOffset now, Guid? accountId =
            null, string? detail = null) =>
        http.AuditActor().Did(action, target, http.User.AgencyId(), accountId, now) with { Detail = detail };
}
