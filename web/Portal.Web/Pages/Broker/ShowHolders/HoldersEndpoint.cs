using Portal.ServiceDefaults.Tokens;
using Portal.Web.Api;
using Portal.Web.Api.Accounts;
using Portal.Web.Api.Certificates;
using Portal.Web.Components.Tables;
using Portal.Web.Pages.Results;

namespace Portal.Web.Pages.Broker.ShowHolders;

/// <summary>The client's certificate holders.</summary>
internal static class HoldersEndpoint
{
    public static void MapHolders(this IEndpointRouteBuilder client) =>
        client.MapGet("/holders", GetAsync).RequireScope(Scopes.HoldersRead);

    private static async Task<IResult> GetAsync(
        Guid id, HttpRequest request, AccountApi accounts, CertificateApi certificates,
        CancellationToken cancellationToken)
    {
        var address = TableAddress.Of(request);
        bool? receives = address["renewals"] switch
        {
            "yes" => true,
            "no" => false,
            _ => null,
        };
        var (account, holders) = await ApiResults.BothAsync(
            accounts.GetAsync(id, cancellationToken),
            certificates.HoldersAsync(id, address["search"], receives, address.Cursor, cancellationToken));
        return (account.Problem ?? holders.Problem) is { } problem
            ? problem.ToPage()
            : PageResult.Of<HoldersPage>(new { Account = account.Value, Holders = holders.Value, Address = address });
    }
}
