using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Portal.ServiceDefaults.Tokens;
using Portal.Web.Components.Frame;
using Portal.Web.Components.Tables;
using Portal.Web.Formats;
using Portal.Web.Pages.Errors;
using Portal.Web.Services;
using Portal.Web.Services.Accounts;
using Portal.Web.Visits;

namespace Portal.Web.Pages.ContactProposals;

/// <summary>Other addresses and numbers that imports name for clients, each used or not as somebody of the agency decides.</summary>
internal static class ContactProposalEndpoints
{
    public const string Path = "/clients/proposals";
    public const string ChosenField = "chosen";

    private const int MostOnPage = 50;

    private static Refusal BadChoice { get; } = new()
    {
        Code = "choice-invalid",
        Detail = $"Choose at least one client whose new contact is right, and at most {MostOnPage} at once.",
    };

    public static void MapContactProposals(this IEndpointRouteBuilder routes)
    {
        var proposals = routes.MapGroup(Path).RequireScope(Scopes.ClientsRead).DisableAntiforgery();
        proposals.MapGet("", GetAsync);
        var decided = proposals.MapGroup("").RequireScope(Scopes.ClientsWrite);
        decided.MapPost("", ConfirmChosenAsync);
        decided.MapPost("/{proposal:guid}/confirmation", ConfirmAsync);
        decided.MapPost("/{proposal:guid}/dismissal", DismissAsync);
    }

    private static Task<IResult> GetAsync(
        HttpRequest request, ContactProposalClient proposals, Visit visit, CancellationToken cancellationToken) =>
        ShowAsync(request, decision: null, proposals, visit, cancellationToken);

    private static async Task<IResult> ConfirmChosenAsync(
        HttpContext http, ContactProposalClient proposals, Visit visit, CancellationToken cancellationToken)
    {
        var fields = await http.Request.ReadFormAsync(cancellationToken);
        var chosen = fields[ChosenField].Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Distinct().ToList();
        if (chosen.Count is 0 or > MostOnPage)
        {
            return await ShowAsync(http.Request, new Decision(0, [new DecisionFailure(null, BadChoice)]), proposals, visit, cancellationToken);
        }

        var refused = new List<(Guid Id, Refusal Refusal)>();
        foreach (var (place, id) in chosen.Index())
        {
            var confirmed = await proposals.ConfirmAsync(id, cancellationToken);
            if (confirmed.Refusal is { IsStale: true } stale && place == refused.Count)
            {
                // Nothing went through yet, so all of it can be sent again.
                return stale.ToPage();
            }

            if (confirmed.Refused)
            {
                refused.Add((id, confirmed.Refusal));
            }
        }

        if (refused.Count > 0)
        {
            var known = await proposals.ListAsync(client: null, TableAddress.Of(http.Request).Cursor, MostOnPage, cancellationToken);
            var failures = refused.Select(one => new DecisionFailure(known.Value?.Items.FirstOrDefault(item => item.Id == one.Id), one.Refusal));
            return await ShowAsync(http.Request, new Decision(chosen.Count - refused.Count, [.. failures]), proposals, visit, cancellationToken);
        }

        return Done(http, visit, client: null, $"{Show.Count(chosen.Count, "new contact counts", "new contacts count")} from now on.");
    }

    private static Task<IResult> ConfirmAsync(
        Guid proposal, [FromForm] ProposalPlace place, HttpContext http, ContactProposalClient proposals, Visit visit, CancellationToken cancellationToken) =>
        DecideAsync(place, () => proposals.ConfirmAsync(proposal, cancellationToken), "The new contact counts from now on.", http, proposals, visit, cancellationToken);

    private static Task<IResult> DismissAsync(
        Guid proposal, [FromForm] ProposalPlace place, HttpContext http, ContactProposalClient proposals, Visit visit, CancellationToken cancellationToken) =>
        DecideAsync(place, () => proposals.DismissAsync(proposal, cancellationToken), "Today’s contact stays.", http, proposals, visit, cancellationToken);

    private static async Task<IResult> DecideAsync(
        ProposalPlace place,
        Func<Task<Answer<Nothing>>> decide,
        string said,
        HttpContext http,
        ContactProposalClient proposals,
        Visit visit,
        CancellationToken cancellationToken)
    {
        var decided = await decide();
        if (!decided.Refused)
        {
            return Done(http, visit, place.Back, said);
        }

        if (decided.Refusal.IsStale)
        {
            return decided.Refusal.ToPage();
        }

        var known = await proposals.ListAsync(place.Client, cursor: null, limit: 1, cancellationToken);
        var failure = new DecisionFailure(known.Value?.Items is [var first, ..] ? first : null, decided.Refusal);
        return await ShowAsync(http.Request, new Decision(0, [failure]), proposals, visit, cancellationToken);
    }

    private static async Task<IResult> ShowAsync(
        HttpRequest request, Decision? decision, ContactProposalClient proposals, Visit visit, CancellationToken cancellationToken)
    {
        // Whatever was decided on, the addresses of the table are the list's.
        var address = new TableAddress(visit.Url(Path), request.QueryString.Value);
        var found = await proposals.ListAsync(client: null, address.Cursor, MostOnPage, cancellationToken);
        return found.Refused
            ? found.Refusal.ToPage()
            : Page.Of<ContactProposalsPage>(
                new { Proposals = found.Value, Address = address, Decision = decision },
                decision?.Failures[0].Refusal.Status ?? StatusCodes.Status200OK);
    }

    private static RedirectHttpResult Done(HttpContext http, Visit visit, Guid? client, string said)
    {
        ToastCookie.Leave(http, said);
        return TypedResults.Redirect(visit.Url(client is null ? Path : $"/clients/{client}/contacts"));
    }
}
