using Portal.ServiceDefaults.Times;
using Portal.ServiceDefaults.Tokens;
using Portal.Web.Pages.Errors;
using Portal.Web.Services;
using Portal.Web.Services.Accounts;
using Portal.Web.Services.Policies;

namespace Portal.Web.Pages.ClientDetails;

/// <summary>One client of the agency, part by part.</summary>
internal static class ClientEndpoints
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
        Guid id, AccountClient accounts, PolicyClient policies, TimeProvider time, CancellationToken cancellationToken)
    {
        var (account, found) = await Both.Of(accounts.GetAsync(id, cancellationToken), policies.OfClientAsync(id, cancellationToken));
        return account.Refusal is { } unknown ? unknown.ToPage()
            : found.Refusal is { } outage ? outage.ToPage()
            : Page.Of<PoliciesPage>(new
            {
                Account = account.Value,
                Policies = found.Value,
                Today = time.Today(),
            });
    }
}
