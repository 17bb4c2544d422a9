using Portal.ServiceDefaults.Times;
using Portal.ServiceDefaults.Tokens;
using Portal.Web.Api;
using Portal.Web.Api.Accounts;
using Portal.Web.Api.Certificates;
using Portal.Web.Api.Delegations;
using Portal.Web.Api.Policies;
using Portal.Web.Context;
using Portal.Web.Pages.Results;

namespace Portal.Web.Pages.Insured.ShowHome;

/// <summary>Where a client begins: what needs doing, and what runs out.</summary>
internal static class AccountHomeEndpoint
{
    private const string Failed = "failed";

    public static void MapAccountHome(this IEndpointRouteBuilder account) =>
        account.MapGet("", GetAsync).RequireScope(Scopes.PoliciesRead);

    private static async Task<IResult> GetAsync(
        Guid account,
        PolicyApi policies,
        CertificateApi certificates,
        OwnAccountApi own,
        DelegationApi delegations,
        PageContext context,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var undelivered = certificates.CertificatesAsync(
            account, search: null, Failed, cursor: null, cancellationToken);
        var recent = delegations.OfAccountAsync(account, cursor: null, cancellationToken);
        var (found, consent) = await ApiResults.BothAsync(
            policies.OfClientAsync(account, cancellationToken), own.ConsentAsync(cancellationToken));
        if ((found.Problem ?? consent.Problem ?? (await undelivered).Problem ?? (await recent).Problem) is { } problem)
        {
            return problem.ToPage();
        }

        var today = time.Today();
        var isOwn = context.Delegation is null;
        return PageResult.Of<HomePage>(new
        {
            Policies = (IReadOnlyList<Policy>)[.. found.Value!.Where(policy => !policy.IsCancelled)],
            ClientTasks = ClientTasks.Of(
                account, found.Value!, (await undelivered).Value!, isOwn ? consent.Value : null, today),
            Visitors = (IReadOnlyList<Delegation>)[.. (await recent).Value!.Items.Where(one => one.Active && isOwn)],
            Today = today,
        });
    }
}
