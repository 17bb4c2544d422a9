using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Portal.ServiceDefaults.Tokens;
using Portal.Web.Api;
using Portal.Web.Api.Accounts;
using Portal.Web.Components.Frame;
using Portal.Web.Components.Tables;
using Portal.Web.Context;
using Portal.Web.Formats;
using Portal.Web.Pages.Results;

namespace Portal.Web.Pages.Broker.DecideContactProposals;

/// <summary>
/// Other addresses and numbers that imports name for clients, each used or not as somebody of the agency decides.
/// </summary>
internal static class ContactProposalsEndpoint
{
    public const string Path = "/clients/proposals";
    public const string ChosenField = "chosen";

    private const int MostOnPage = 50;

    private static ApiProblem BadChoice { get; } = new()
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
        HttpRequest request, ContactProposalApi proposals, PageContext context, CancellationToken cancellationToken) =>
        ShowAsync(request, decision: null, proposals, context, cancellationToken);

    private static async Task<IResult> ConfirmChosenAsync(
        HttpContext http, ContactProposalApi proposals, PageContext context, CancellationToken cancellationToken)
    {
        var fields = await http.Request.ReadFormAsync(cancellationToken);
        var chosen = fields[ChosenField].Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Distinct()
            .ToList();
        if (chosen.Count is 0 or > MostOnPage)
        {
            return await ShowAsync(
                http.Request,
                new Decision(0, [new DecisionFailure(null, BadChoice)]),
                proposals,
                context,
                cancellationToken);
        }

        var refused = new List<(Guid Id, ApiProblem Problem)>();
        foreach (var (place, id) in chosen.Index())
        {
            var confirmed = await proposals.ConfirmAsync(id, cancellationToken);
            if (confirmed.Problem is { IsStale: true } stale && place == refused.Count)
            {
                // Nothing went through yet, so all of it can be sent again.
                return stale.ToPage();
            }

            if (confirmed.Refused)
            {
                refused.Add((id, confirmed.Problem));
            }
        }

        if (refused.Count > 0)
        {
            var known = await proposals.ListAsync(
                client: null, TableAddress.Of(http.Request).Cursor, MostOnPage, cancellationToken);
            var failures = refused.Select(
                one => new DecisionFailure(known.Value?.Items.FirstOrDefault(item => item.Id == one.Id), one.Problem));
            return await ShowAsync(
                http.Request,
                new Decision(chosen.Count - refused.Count, [.. failures]),
                proposals,
                context,
                cancellationToken);
        }

        return Done(
            http,
            context,
            client: null,
            $"{Format.Count(chosen.Count, "new contact counts", "new contacts count")} from now on.");
    }

    private static Task<IResult> ConfirmAsync(
        Guid proposal, [FromForm] ProposalPlace place, HttpContext http, ContactProposalApi proposals,
        PageContext context, CancellationToken cancellationToken) =>
        DecideAsync(
            place,
            () => proposals.ConfirmAsync(proposal, cancellationToken),
            "The new contact counts from now on.",
            http,
            proposals,
            context,
            cancellationToken);

    private static Task<IResult> DismissAsync(
        Guid proposal, [FromForm] ProposalPlace place, HttpContext http, ContactProposalApi proposals,
        PageContext context, CancellationToken cancellationToken) =>
        DecideAsync(
            place,
            () => proposals.DismissAsync(proposal, cancellationToken),
            "Today’s contact stays.",
            http,
            proposals,
            context,
            cancellationToken);

    private static async Task<IResult> DecideAsync(
        ProposalPlace place,
        Func<Task<ApiResult<Unit>>> decide,
        string said,
        HttpContext http,
        ContactProposalApi proposals,
        PageContext context,
        CancellationToken cancellationToken)
    {
        var decided = await decide();
        if (!decided.Refused)
        {
            return Done(http, context, place.Back, said);
        }

        if (decided.Problem.IsStale)
        {
            return decided.Problem.ToPage();
        }

        var known = await proposals.ListAsync(place.Client, cursor: null, limit: 1, cancellationToken);
        var failure = new DecisionFailure(known.Value?.Items is [var first, ..] ? first : null, decided.Problem);
        return await ShowAsync(http.Request, new Decision(0, [failure]), proposals, context, cancellationToken);
    }

    private static async Task<IResult> ShowAsync(
        HttpRequest request, Decision? decision, ContactProposalApi proposals, PageContext context,
        CancellationToken cancellationToken)
    {
        // Whatever was decided on, the addresses of the table are the list's.
        var address = new TableAddress(context.Url(Path), request.QueryString.Value);
        var found = await proposals.ListAsync(client: null, address.Cursor, MostOnPage, cancellationToken);
        return found.Refused
            ? found.Problem.ToPage()
            : PageResult.Of<ContactProposalsPage>(
                new { Proposals = found.Value, Address = address, Decision = decision },
                decision?.Failures[0].Problem.Status ?? StatusCodes.Status200OK);
    }

    private static RedirectHttpResult Done(HttpContext http, PageContext context, Guid? client, string said)
    {
        ToastCookie.Leave(http, said);
        return TypedResults.Redirect(context.Url(client is null ? Path : $"/clients/{client}/contacts"));
    }
}
