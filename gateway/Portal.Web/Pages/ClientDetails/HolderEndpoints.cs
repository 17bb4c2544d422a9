using Portal.ServiceDefaults.Tokens;
using Portal.Web.Components.Tables;
using Portal.Web.Pages.Errors;
using Portal.Web.Services;
using Portal.Web.Services.Accounts;
using Portal.Web.Services.Certificates;

namespace Portal.Web.Pages.ClientDetails;

/// <summary>The client's certificate holders.</summary>
internal static class HolderEndpoints
{
    public static void MapHolders(this IEndpointRouteBuilder client) => client.MapGet("/holders", GetAsync).RequireScope(Scopes.HoldersRead);

    private static async Task<IResult> GetAsync(
        Guid id, HttpRequest request, AccountClient accounts, CertificateClient certificates, CancellationToken cancellationToken)
    {
        var address = TableAddress.Of(request);
        bool? receives = address["renewals"] switch
        {
            "yes" => true,
            "no" => false,
            _ => null,
        };
        var (account, holders) = await Both.Of(
            accounts.GetAsync(id, cancellationToken),
            certificates.HoldersAsync(id, address["search"], receives, address.Cursor, cancellationToken));
        return (account.Refusal ?? holders.Refusal) is { } refusal
            ? refusal.ToPage()
            : Page.Of<HoldersPage>(new { Account = account.Value, Holders = holders.Value, Address = address });
    }
}
