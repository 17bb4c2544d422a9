using System.Globalization;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Times;
using Portal.ServiceDefaults.Tokens;
using Portal.Web.Api.Accounts;
using Portal.Web.Api.Certificates;
using Portal.Web.Api.Policies;
using Portal.Web.Components.Tables;
using Portal.Web.Context;
using Portal.Web.Pages.Results;

namespace Portal.Web.Pages.Broker.ListClients;

/// <summary>The broker's home: the clients, who renews next, and how the last certificates went out.</summary>
internal static class ClientsEndpoint
{
    private const string Expired = "expired";

    // Contacts that wait to be confirmed are counted up to here.
    private const int MostCounted = 20;

    public static void MapClients(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/clients", GetAsync).RequireScope(Scopes.ClientsRead);

    private static async Task<IResult> GetAsync(
        HttpRequest request,
        PolicyApi policies,
        CertificateApi certificates,
        ContactProposalApi proposals,
        PageContext context,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var address = TableAddress.Of(request);
        var today = time.Today();
        var waiting = WaitingAsync(proposals, context, cancellationToken);
        var clients = await policies.OverviewsAsync(FilterOf(address, today), cancellationToken);
        var contacts = await waiting;
        return clients.Refused
            ? clients.Problem.ToPage()
            : PageResult.Of<ClientsPage>(new
            {
                Address = address,
                Clients = clients.Value,
                Latest = await LatestAsync(clients.Value, certificates, cancellationToken),
                Waiting = contacts,
                Today = today,
            });
    }

    private static OverviewFilter FilterOf(TableAddress address, DateOnly today)
    {
        var renewal = address["renewal"];
        return new OverviewFilter
        {
            Search = address["search"],
            Sort = address.Sort is "name" or "nextRenewal" ? (address.Descending ? "-" : "") + address.Sort : null,
            RenewingBefore = int.TryParse(renewal, CultureInfo.InvariantCulture, out var days)
                && days is > 0 and <= 3650
                ? today.AddDays(days + 1)
                : null,
            Expired = renewal == Expired ? true : null,
            Cursor = address.Cursor,
        };
    }

    // The list is worth showing without it, too.
    private static async Task<Page<ContactProposal>?> WaitingAsync(
        ContactProposalApi proposals, PageContext context, CancellationToken cancellationToken) =>
        context.May(Scopes.ClientsWrite)
            ? (await proposals.ListAsync(client: null, cursor: null, MostCounted, cancellationToken)).Value
            : null;

    // The list is worth showing without it: where Certificate does not answer, the column stays empty.
    private static async Task<IReadOnlyDictionary<Guid, Distribution>> LatestAsync(
        Page<ClientOverview> clients, CertificateApi certificates, CancellationToken cancellationToken)
    {
        var ids = clients.Items.Select(client => client.Id).ToList();
        var latest = ids.Count == 0 ? null : (await certificates.LatestAsync(ids, cancellationToken)).Value;
        return (latest?.Items ?? []).DistinctBy(one => one.ClientId).ToDictionary(one => one.ClientId);
    }
}
