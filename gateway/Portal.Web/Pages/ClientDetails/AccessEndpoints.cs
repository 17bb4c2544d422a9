using Portal.ServiceDefaults.Tokens;
using Portal.Web.Components.Tables;
using Portal.Web.Pages.Errors;
using Portal.Web.Services;
using Portal.Web.Services.Accounts;
using Portal.Web.Services.Delegations;

namespace Portal.Web.Pages.ClientDetails;

/// <summary>Who stepped into the client's account, and whether the client lets the agency in.</summary>
internal static class AccessEndpoints
{
    public static void MapAccess(this IEndpointRouteBuilder client) =>
        client.MapGet("/access", GetAsync).RequireScope(Scopes.DelegationsRead);

    private static async Task<IResult> GetAsync(
        Guid id, HttpRequest request, AccountClient accounts, DelegationClient delegations, CancellationToken cancellationToken)
    {
        var address = TableAddress.Of(request);
        var consent = accounts.ConsentAsync(id, cancellationToken);
        var (account, found) = await Both.Of(
            accounts.GetAsync(id, cancellationToken), delegations.OfAccountAsync(id, address.Cursor, cancellationToken));
        return (account.Refusal ?? found.Refusal ?? (await consent).Refusal) is { } refusal
            ? refusal.ToPage()
            : Page.Of<AccessPage>(new
            {
                Account = account.Value,
                Consent = (await consent).Value,
                Delegations = found.Value,
                Address = address,
            });
    }
}
