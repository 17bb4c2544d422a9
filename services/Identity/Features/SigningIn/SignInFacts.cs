using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Requests;

namespace Portal.Identity.Features.SigningIn;

/// <summary>Enters the steps of signing in into the trail.</summary>
internal sealed class SignInFacts(IdentityDb db, IHttpContextAccessor requests, TimeProvider time)
{
    /// <summary>Address that the request came from.</summary>
    public string? From => requests.HttpContext?.CallerAddress()?.ToString();

    /// <summary>A step by somebody who is not known yet.</summary>
    public void Record(SignIn signIn, string action, AuditOutcome outcome, string? detail = null) => Record(new AuditFact
    {
        AgencyId = signIn.AgencyId,
        ActorId = signIn.StaffId?.ToString(),
        Action = action,
        Target = signIn.CodeSentTo == CodeDestination.Mobile ? Mask.Mobile(signIn.Mobile) : Mask.Email(signIn.Email),
        Outcome = outcome,
        Detail = detail,
        At = time.GetUtcNow(),
    });

    /// <summary>Any other step.</summary>
    public void Record(AuditFact fact) => db.Record(fact with { From = From });
}
