using Portal.ServiceDefaults.Tokens;
using Portal.Web.Api;
using Portal.Web.Api.Accounts;
using Portal.Web.Api.Delegations;
using Portal.Web.Components.Tables;
using Portal.Web.Pages.Results;

namespace Portal.Web.Pages.Broker.ShowAccess;

/// <summary>Who stepped into the client's account, and whether the client lets the agency in.</summary>
internal static class AccessEndpoint
{
    public static void MapAccess(this IEndpointRouteBuilder client) =>
        client.MapGet("/access", GetAsync).RequireScope(Scopes.DelegationsRead);

    private static async Task<IResult> GetAsync(
        Guid id, HttpRequest request, AccountApi accounts, DelegationApi delegations,
        CancellationToken cancellationToken)
    {
        var address = TableAddress.Of(request);
        var consent = accounts.ConsentAsync(id, cancellationToken);
        var (account, found) = await ApiResults.BothAsync(
            accounts.GetAsync(id, cancellationToken), delegations.OfAccountAsync(
                id, address.Cursor, cancellationToken));
        return (account.Problem ?? found.Problem ?? (await consent).Problem) is { } problem
            ? problem.ToPage()
            : PageResult.Of<AccessPage>(new
            {
                Account = account.Value,
                Consent = (await consent).Value,
                Delegations = found.Value,
                Address = address,
            });
    }
}
