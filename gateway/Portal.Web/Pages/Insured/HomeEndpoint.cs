using Portal.ServiceDefaults.Times;
using Portal.ServiceDefaults.Tokens;
using Portal.Web.Pages.Errors;
using Portal.Web.Services;
using Portal.Web.Services.Accounts;
using Portal.Web.Services.Certificates;
using Portal.Web.Services.Delegations;
using Portal.Web.Services.Policies;
using Portal.Web.Visits;

namespace Portal.Web.Pages.Insured;

/// <summary>Where a client begins: what needs doing, and what runs out.</summary>
internal static class HomeEndpoint
{
    private const string Failed = "failed";

    public static void MapAccountHome(this IEndpointRouteBuilder account) =>
        account.MapGet("", GetAsync).RequireScope(Scopes.PoliciesRead);

    private static async Task<IResult> GetAsync(
        Guid account,
        PolicyClient policies,
        CertificateClient certificates,
        OwnAccountClient own,
        DelegationClient delegations,
        Visit visit,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var undelivered = certificates.CertificatesAsync(account, search: null, Failed, cursor: null, cancellationToken);
        var visits = delegations.OfAccountAsync(account, cursor: null, cancellationToken);
        var (found, consent) = await Both.Of(policies.OfClientAsync(account, cancellationToken), own.ConsentAsync(cancellationToken));
        if ((found.Refusal ?? consent.Refusal ?? (await undelivered).Refusal ?? (await visits).Refusal) is { } refusal)
        {
            return refusal.ToPage();
        }

        var today = time.Today();
        var isOwn = visit.Delegation is null;
        return Page.Of<HomePage>(new
        {
            Policies = (IReadOnlyList<Policy>)[.. found.Value!.Where(policy => !policy.IsCancelled)],
            Duties = Duties.Of(account, found.Value!, (await undelivered).Value!, isOwn ? consent.Value : null, today),
            Visitors = (IReadOnlyList<Delegation>)[.. (await visits).Value!.Items.Where(one => one.Active && isOwn)],
            Today = today,
        });
    }
}
