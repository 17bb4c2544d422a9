using System.Net;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Requests;

namespace Portal.Identity.Features.SignIns;

/// <summary>Enters the steps of signing in into the trail.</summary>
internal sealed class SignInAuditFacts(IdentityDb db, IHttpContextAccessor requests, TimeProvider time)
{
    /// <summary>Address that the request came from, for the trail and for the list of sessions.</summary>
    public string? From => Address?.ToString();

    /// <summary>What the request counts under where requests are counted by where they come from.</summary>
    public string Site => SourceSite.Of(Address);

    private IPAddress? Address => requests.HttpContext?.CallerAddress();

    /// <summary>A step by somebody who is not known yet.</summary>
    public void Record(
        SignIn signIn, string action, AuditOutcome outcome, string? detail = null) => Record(new AuditFact
        {
            AgencyId = signIn.AgencyId,
            ActorId = signIn.StaffId?.ToString(),
            Action = action,
            Target = signIn.CodeSentTo == CodeDestination.Mobile
                ? Mask.Mobile(signIn.Mobile)
                : Mask.Email(signIn.Email),
            Outcome = outcome,
            Detail = detail,
            At = time.GetUtcNow(),
        });

    /// <summary>Any other step.</summary>
    public void Record(AuditFact fact) => db.Record(fact with { From = From });
}
