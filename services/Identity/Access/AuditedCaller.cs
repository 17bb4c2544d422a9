using Portal.Identity.Domain.Audit;
using Portal.ServiceDefaults.Requests;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Access;

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
}
