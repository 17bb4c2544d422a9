using Microsoft.AspNetCore.Http.HttpResults;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Times;
using Portal.ServiceDefaults.Tokens;
using Portal.Web.Api;
using Portal.Web.Api.Certificates;
using Portal.Web.Api.Policies;
using Portal.Web.Components.Frame;
using Portal.Web.Components.Tables;
using Portal.Web.Context;
using Portal.Web.Pages.Journeys;
using Portal.Web.Pages.Results;

namespace Portal.Web.Pages.Broker.RenewPolicies;

/// <summary>
/// Renewing one or several policies of a client: which, to what terms, and, after a look at what follows, do it.
/// </summary>
internal static class RenewPoliciesEndpoint
{
    public static void MapRenewPolicies(this IEndpointRouteBuilder routes)
    {
        var renew = routes.MapGroup(RenewalJourney.Route).RequireScope(Scopes.PoliciesWrite).DisableAntiforgery();
        renew.MapGet(RenewalJourney.Choose.Path, StartAsync);
        renew.MapGet(RenewalJourney.Terms.Path, EditAsync);
        renew.MapGet(RenewalJourney.Check.Path, CheckAsync);
        renew.MapGet(RenewalJourney.CertificatePath, CertificateAsync);
        renew.MapPost("", RenewAsync);
    }

    private static async Task<IResult> StartAsync(
        Guid id, HttpRequest request, RenewalDraftLoader drafts, TimeProvider time, CancellationToken cancellationToken)
    {
        var loaded = await drafts.LoadAsync(id, request, cancellationToken);
        if (loaded.Refused)
        {
            return loaded.Problem.ToPage();
        }

        var draft = loaded.Value;
        var chosen = RenewalForm.ChosenIn(request.Query["policy"]);
        var renewed = draft.Renewable.Where(policy => chosen.Contains(policy.Id) || draft.Renewable.Count == 1)
            .ToList();
        return renewed.Count > 0
            ? TermsPage(draft with { Form = RenewalForm.Following(renewed) }, [], StatusCodes.Status200OK)
            : PageResult.Of<ChoosePage>(new
            {
                draft.Account,
                Policies = draft.Renewable,
                Today = time.Today(),
                IsMissing = request.Query.ContainsKey("chosen"),
            });
    }

    private static async Task<IResult> EditAsync(
        Guid id, HttpRequest request, RenewalDraftLoader drafts, CancellationToken cancellationToken)
    {
        var draft = await drafts.LoadAsync(id, request, cancellationToken);
        return draft.Refused ? draft.Problem.ToPage() : TermsPage(draft.Value, [], StatusCodes.Status200OK);
    }

    private static async Task<IResult> CheckAsync(
        Guid id,
        HttpRequest request,
        RenewalDraftLoader drafts,
        PolicyApi policies,
        CertificateApi certificates,
        PageContext context,
        CancellationToken cancellationToken)
    {
        var loaded = await drafts.LoadAsync(id, request, cancellationToken);
        if (loaded.Refused)
        {
            return loaded.Problem.ToPage();
        }

        var draft = loaded.Value;
        if (draft.Form.Terms.Count == 0)
        {
            return TypedResults.Redirect(new RenewalJourney(context, id).AddressOf(RenewalJourney.Choose));
        }

        if (draft.Form.Order(out var unread) is not { } order)
        {
            return TermsPage(draft, unread);
        }

        var address = TableAddress.Of(request);
        var receives = address["show"] != "without";
        var (preview, recipients) = await ApiResults.BothAsync(
            policies.PreviewAsync(id, order, cancellationToken),
            certificates.RecipientsAsync(id, draft.Form.PolicyIds, receives, address.Cursor, cancellationToken));
        if (preview.Refused)
        {
            return TermsPage(draft, preview.Problem);
        }

        return recipients.Refused
            ? recipients.Problem.ToPage()
            : PageResult.Of<CheckPage>(new
            {
                draft.Account,
                draft.Form,
                Preview = preview.Value,
                Recipients = recipients.Value,
                ShowsReceiving = receives,
                Share = Guid.TryParse(address["share"], out var share) ? share : (Guid?)null,
                Address = address,
                Key = Guid.CreateVersion7(),
            });
    }

    private static async Task<IResult> CertificateAsync(
        Guid id,
        Guid share,
        HttpContext http,
        RenewalDraftLoader drafts,
        PolicyApi policies,
        CertificateApi certificates,
        CancellationToken cancellationToken)
    {
        var draft = await drafts.LoadAsync(id, http.Request, cancellationToken);
        if (draft.Refused)
        {
            return PdfResult.Refused(http, draft.Problem);
        }

        if (draft.Value.Form.Order(out _) is not { } order)
        {
            return PdfResult.Refused(
                http, new ApiProblem
                {
                    Detail = "The new terms are not complete. Go back to them and mend what is marked.",
                });
        }

        var preview = await policies.PreviewAsync(id, order, cancellationToken);
        return preview.Refused
            ? PdfResult.Refused(http, preview.Problem)
            : PdfResult.Of(
                http, await certificates.PreviewAsync(
                    share, preview.Value, cancellationToken), "certificate-preview.pdf");
    }

    private static async Task<IResult> RenewAsync(
        Guid id,
        HttpContext http,
        RenewalDraftLoader drafts,
        PolicyApi policies,
        PageContext context,
        CancellationToken cancellationToken)
    {
        var loaded = await drafts.LoadAsync(id, http.Request, cancellationToken);
        if (loaded.Refused)
        {
            return loaded.Problem.ToPage();
        }

        var draft = loaded.Value;
        if (draft.Form.Order(out var unread) is not { } order)
        {
            return TermsPage(draft, unread);
        }

        var key = http.Request.Form[CheckForm.KeyField].ToString();
        var renewed = await policies.RenewAsync(id, order, key, cancellationToken);
        if (renewed.Refused)
        {
            return TermsPage(draft, renewed.Problem);
        }

        var count = draft.Form.Terms.Count;
        ToastCookie.Leave(http, count == 1 ? "The policy was renewed." : $"{count} policies were renewed.");
        return TypedResults.Redirect(context.Url($"/clients/{id}/distributions/{renewed.Value.DistributionId}"));
    }

    /// <summary>The terms again, with what the service refused of them.</summary>
    private static IResult TermsPage(RenewalDraft draft, ApiProblem problem) => problem switch
    {
        { Errors.Count: > 0 } => TermsPage(draft, draft.Form.Named(problem.Errors), problem.Status),
        { Status: >= StatusCodes.Status500InternalServerError } => problem.ToPage(),
        _ => TermsPage(draft, [new FieldProblem("", problem.Code, problem.Detail)], problem.Status),
    };

    private static RazorComponentResult<TermsPage> TermsPage(
        RenewalDraft draft,
        IReadOnlyList<FieldProblem> problems,
        int status = StatusCodes.Status422UnprocessableEntity) => PageResult.Of<TermsPage>(
        new { draft.Account, Policies = draft.Chosen, draft.Form, Problems = problems },
        status);
}
