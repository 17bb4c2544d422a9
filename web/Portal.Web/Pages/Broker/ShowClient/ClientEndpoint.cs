using Portal.ServiceDefaults.Times;
using Portal.ServiceDefaults.Tokens;
using Portal.Web.Api;
using Portal.Web.Api.Accounts;
using Portal.Web.Api.Policies;
using Portal.Web.Pages.Broker.EditContacts;
using Portal.Web.Pages.Broker.ShowAccess;
using Portal.Web.Pages.Broker.ShowCertificates;
using Portal.Web.Pages.Broker.ShowHolders;
using Portal.Web.Pages.Results;

namespace Portal.Web.Pages.Broker.ShowClient;

/// <summary>One client of the agency, part by part.</summary>
internal static class ClientEndpoint
{
    public static void MapClient(this IEndpointRouteBuilder routes)
    {
        var client = routes.MapGroup("/clients/{id:guid}").RequireScope(Scopes.ClientsRead).DisableAntiforgery();
        client.MapGet("", PoliciesAsync);
        client.MapHolders();
        client.MapCertificates();
        client.MapContacts();
        client.MapAccess();
    }

    private static async Task<IResult> PoliciesAsync(
        Guid id, AccountApi accounts, PolicyApi policies, TimeProvider time, CancellationToken cancellationToken)
    {
        var (account, found) = await ApiResults.BothAsync(
            accounts.GetAsync(id, cancellationToken), policies.OfClientAsync(id, cancellationToken));
        return account.Problem is { } unknown ? unknown.ToPage()
            : found.Problem is { } outage ? outage.ToPage()
            : PageResult.Of<PoliciesPage>(new
            {
                Account = account.Value,
                Policies = found.Value,
                Today = time.Today(),
            });
    }
}
