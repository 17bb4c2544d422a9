using Portal.ServiceDefaults.Tokens;
using Portal.Web.Components.Frame;
using Portal.Web.Components.Tables;
using Portal.Web.Pages.Errors;
using Portal.Web.Services;
using Portal.Web.Services.Accounts;
using Portal.Web.Services.Audit;
using Portal.Web.Services.Delegations;
using Portal.Web.Visits;

namespace Portal.Web.Pages.Insured;

/// <summary>Who of the agency has been in the account, what they did there, and showing them out.</summary>
internal static class VisitEndpoints
{
    public static void MapVisits(this IEndpointRouteBuilder account)
    {
        var visits = account.MapGroup("/access");
        visits.MapGet("", ListAsync).RequireScope(Scopes.DelegationsRead);
        visits.MapGet("/{delegation:guid}", GetAsync).RequireScope(Scopes.AuditRead);
        visits.MapPost("/{delegation:guid}/end", EndAsync).RequireScope(Scopes.DelegationsEnd);
    }

    private static async Task<IResult> ListAsync(
        Guid account, HttpRequest request, OwnAccountClient own, DelegationClient delegations, CancellationToken cancellationToken)
    {
        var address = TableAddress.Of(request);
        var (consent, found) = await Both.Of(
            own.ConsentAsync(cancellationToken), delegations.OfAccountAsync(account, address.Cursor, cancellationToken));
        return (consent.Refusal ?? found.Refusal) is { } refusal
            ? refusal.ToPage()
            : Page.Of<VisitsPage>(new { Consent = consent.Value, Delegations = found.Value, Address = address });
    }

    private static async Task<IResult> GetAsync(
        Guid delegation, HttpRequest request, DelegationClient delegations, AuditClient audit, CancellationToken cancellationToken)
    {
        var address = TableAddress.Of(request);
        var (found, entries) = await Both.Of(
            delegations.GetAsync(delegation, cancellationToken), audit.OfDelegationAsync(delegation, address.Cursor, cancellationToken));
        return (found.Refusal ?? entries.Refusal) is { } refusal
            ? refusal.ToPage()
            : Page.Of<VisitPage>(new { Delegation = found.Value, Entries = entries.Value, Address = address });
    }

    private static async Task<IResult> EndAsync(
        Guid account, Guid delegation, DelegationClient delegations, HttpContext http, Visit visit, CancellationToken cancellationToken)
    {
        var ended = await delegations.EndAsync(delegation, cancellationToken);
        if (ended.Refused)
        {
            return ended.Refusal.ToPage();
        }

        ToastCookie.Leave(http, "They are out of your account.");
        return TypedResults.Redirect(visit.Url($"/a/{account}/access"));
    }
}
