using Portal.ServiceDefaults.Tokens;
using Portal.Web.Api;
using Portal.Web.Api.Accounts;
using Portal.Web.Api.Audit;
using Portal.Web.Api.Delegations;
using Portal.Web.Components.Frame;
using Portal.Web.Components.Tables;
using Portal.Web.Context;
using Portal.Web.Pages.Results;

namespace Portal.Web.Pages.Insured.ShowAccessLog;

/// <summary>Who of the agency has been in the account, what they did there, and showing them out.</summary>
internal static class AccessLogEndpoint
{
    public static void MapAccessLog(this IEndpointRouteBuilder account)
    {
        var access = account.MapGroup("/access");
        access.MapGet("", ListAsync).RequireScope(Scopes.DelegationsRead);
        access.MapGet("/{delegation:guid}", GetAsync).RequireScope(Scopes.AuditRead);
        access.MapPost("/{delegation:guid}/end", EndAsync).RequireScope(Scopes.DelegationsEnd);
    }

    private static async Task<IResult> ListAsync(
        Guid account, HttpRequest request, OwnAccountApi own, DelegationApi delegations,
        CancellationToken cancellationToken)
    {
        var address = TableAddress.Of(request);
        var (consent, found) = await ApiResults.BothAsync(
            own.ConsentAsync(cancellationToken), delegations.OfAccountAsync(
                account, address.Cursor, cancellationToken));
        return (consent.Problem ?? found.Problem) is { } problem
            ? problem.ToPage()
            : PageResult.Of<AccessLogPage>(
                new { Consent = consent.Value, Delegations = found.Value, Address = address });
    }

    private static async Task<IResult> GetAsync(
        Guid delegation, HttpRequest request, DelegationApi delegations, AuditApi audit,
        CancellationToken cancellationToken)
    {
        var address = TableAddress.Of(request);
        var (found, entries) = await ApiResults.BothAsync(
            delegations.GetAsync(delegation, cancellationToken), audit.OfDelegationAsync(
                delegation, address.Cursor, cancellationToken));
        return (found.Problem ?? entries.Problem) is { } problem
            ? problem.ToPage()
            : PageResult.Of<AccessLogEntryPage>(
                new { Delegation = found.Value, Entries = entries.Value, Address = address });
    }

    private static async Task<IResult> EndAsync(
        Guid account, Guid delegation, DelegationApi delegations, HttpContext http, PageContext context,
        CancellationToken cancellationToken)
    {
        var ended = await delegations.EndAsync(delegation, cancellationToken);
        if (ended.Refused)
        {
            return ended.Problem.ToPage();
        }

        ToastCookie.Leave(http, "They are out of your account.");
        return TypedResults.Redirect(context.Url($"/a/{account}/access"));
    }
}
