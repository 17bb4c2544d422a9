using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Primitives;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Times;
using Portal.ServiceDefaults.Tokens;
using Portal.Web.Components.Frame;
using Portal.Web.Components.Tables;
using Portal.Web.Pages.Errors;
using Portal.Web.Services;
using Portal.Web.Services.Accounts;
using Portal.Web.Services.Certificates;
using Portal.Web.Services.Policies;
using Portal.Web.Visits;

namespace Portal.Web.Pages.Renew;

/// <summary>Renewing one or several policies of a client: which, to what terms, and, after a look at what follows, do it.</summary>
internal static class RenewEndpoints
{
    public static void MapRenew(this IEndpointRouteBuilder routes)
    {
        var renew = routes.MapGroup("/clients/{id:guid}/renew").RequireScope(Scopes.PoliciesWrite).DisableAntiforgery();
        renew.MapGet("", StartAsync);
        renew.MapGet("/edit", EditAsync);
        renew.MapGet("/check", CheckAsync);
        renew.MapGet("/certificate", CertificateAsync);
        renew.MapPost("", RenewAsync);
    }

    private static async Task<IResult> StartAsync(
        Guid id, HttpRequest request, OpenClient clients, PolicyClient policies, TimeProvider time, CancellationToken cancellationToken)
    {
        var (account, found) = await Both.Of(clients.GetAsync(id, cancellationToken), policies.OfClientAsync(id, cancellationToken));
        if ((account.Refusal ?? found.Refusal) is { } refusal)
        {
            return refusal.ToPage();
        }

        IReadOnlyList<Policy> renewable = [.. found.Value!.Where(policy => !policy.IsCancelled)];
        var chosen = RenewalForm.ChosenIn(request.Query["policy"]);
        return renewable.Where(policy => chosen.Contains(policy.Id) || renewable.Count == 1).ToList() is { Count: > 0 } renewed
            ? TermsPage(new Draft(account.Value!, renewed, RenewalForm.Following(renewed), Failure: null), [], StatusCodes.Status200OK)
            : Page.Of<ChoosePage>(new
            {
                Account = account.Value,
                Policies = renewable,
                Today = time.Today(),
                IsMissing = request.Query.ContainsKey("chosen"),
            });
    }

    private static async Task<IResult> EditAsync(
        Guid id, HttpRequest request, OpenClient clients, PolicyClient policies, CancellationToken cancellationToken)
    {
        var draft = await DraftAsync(id, request.Query, clients, policies, cancellationToken);
        return draft.Failure?.ToPage() ?? TermsPage(draft, [], StatusCodes.Status200OK);
    }

    private static async Task<IResult> CheckAsync(
        Guid id,
        HttpRequest request,
        OpenClient clients,
        PolicyClient policies,
        CertificateClient certificates,
        Visit visit,
        CancellationToken cancellationToken)
    {
        var draft = await DraftAsync(id, request.Query, clients, policies, cancellationToken);
        if (draft.Failure is { } failure)
        {
            return failure.ToPage();
        }

        if (draft.Form.Terms.Count == 0)
        {
            return TypedResults.Redirect(visit.Url($"/clients/{id}/renew"));
        }

        if (draft.Form.Order(out var unread) is not { } order)
        {
            return TermsPage(draft, unread);
        }

        var address = TableAddress.Of(request);
        var receives = address["show"] != "without";
        var (preview, recipients) = await Both.Of(
            policies.PreviewAsync(id, order, cancellationToken),
            certificates.RecipientsAsync(id, draft.Form.PolicyIds, receives, address.Cursor, cancellationToken));
        if (preview.Refused)
        {
            return TermsPage(draft, preview.Refusal);
        }

        return recipients.Refused
            ? recipients.Refusal.ToPage()
            : Page.Of<CheckPage>(new
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
        OpenClient clients,
        PolicyClient policies,
        CertificateClient certificates,
        CancellationToken cancellationToken)
    {
        var draft = await DraftAsync(id, http.Request.Query, clients, policies, cancellationToken);
        if (draft.Failure is { } failure)
        {
            return Pdf.Refused(http, failure);
        }

        if (draft.Form.Order(out _) is not { } order)
        {
            return Pdf.Refused(http, new Refusal { Detail = "The new terms are not complete. Go back to them and mend what is marked." });
        }

        var preview = await policies.PreviewAsync(id, order, cancellationToken);
        return preview.Refused
            ? Pdf.Refused(http, preview.Refusal)
            : Pdf.Of(http, await certificates.PreviewAsync(share, preview.Value, cancellationToken), "certificate-preview.pdf");
    }

    private static async Task<IResult> RenewAsync(
        Guid id, HttpContext http, OpenClient clients, PolicyClient policies, Visit visit, CancellationToken cancellationToken)
    {
        var fields = await http.Request.ReadFormAsync(cancellationToken);
        var draft = await DraftAsync(id, fields, clients, policies, cancellationToken);
        if (draft.Failure is { } failure)
        {
            return failure.ToPage();
        }

        if (draft.Form.Order(out var unread) is not { } order)
        {
            return TermsPage(draft, unread);
        }

        var renewed = await policies.RenewAsync(id, order, fields["key"].ToString(), cancellationToken);
        if (renewed.Refused)
        {
            return TermsPage(draft, renewed.Refusal);
        }

        ToastCookie.Leave(http, draft.Form.Terms.Count == 1 ? "The policy was renewed." : $"{draft.Form.Terms.Count} policies were renewed.");
        return TypedResults.Redirect(visit.Url($"/clients/{id}/distributions/{renewed.Value.DistributionId}"));
    }

    private static async Task<Draft> DraftAsync(
        Guid id,
        IEnumerable<KeyValuePair<string, StringValues>> fields,
        OpenClient clients,
        PolicyClient policies,
        CancellationToken cancellationToken)
    {
        var (account, found) = await Both.Of(clients.GetAsync(id, cancellationToken), policies.OfClientAsync(id, cancellationToken));
        var form = RenewalForm.Read(fields, found.Value ?? []);
        return new Draft(account.Value!, found.Value ?? [], form, account.Refusal ?? found.Refusal);
    }

    private static IResult TermsPage(Draft draft, Refusal refusal) => refusal.Errors.Count == 0
        ? refusal.Status >= StatusCodes.Status500InternalServerError ? refusal.ToPage() : TermsPage(draft, [new FieldProblem("", refusal.Code, refusal.Detail)], refusal.Status)
        : TermsPage(draft, draft.Form.Named(refusal.Errors), refusal.Status);

    private static RazorComponentResult<TermsPage> TermsPage(
        Draft draft, IReadOnlyList<FieldProblem> problems, int status = StatusCodes.Status422UnprocessableEntity) => Page.Of<TermsPage>(
        new
        {
            draft.Account,
            Policies = (IReadOnlyList<Policy>)[.. draft.Form.PolicyIds.Select(id => draft.Policies.First(policy => policy.Id == id))],
            draft.Form,
            Problems = problems,
        },
        status);

    private sealed record Draft(Account Account, IReadOnlyList<Policy> Policies, RenewalForm Form, Refusal? Failure);
}
