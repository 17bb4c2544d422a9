using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Portal.ServiceDefaults.Tokens;
using Portal.Web.Api;
using Portal.Web.Api.Partners;
using Portal.Web.Components.Frame;
using Portal.Web.Components.Tables;
using Portal.Web.Context;
using Portal.Web.Pages.Results;

namespace Portal.Web.Pages.Agency.ManagePartners;

/// <summary>Partner clients: who they are, what they may do and how they prove themselves.</summary>
internal static class PartnersEndpoint
{
    public static void MapPartners(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/partners").RequireScope(Scopes.ApplicationsRead);
        var write = routes.MapGroup("/partners").RequireScope(Scopes.ApplicationsWrite);
        read.MapGet("", ListAsync);
        write.MapGet(
            "/new", () => PageResult.Of<NewPartnerPage>(new { Form = new PartnerForm { Authentication = "secret" } }));
        write.MapPost("/new", AddAsync);
        read.MapGet("/{id}", (string id, PartnerApi partners, CancellationToken cancellationToken) =>
            ShowAsync(id, form: null, problem: null, partners, cancellationToken));
        write.MapPost("/{id}", ChangeAsync);
        write.MapPost("/{id}/activity", SwitchAsync);
        write.MapPost("/{id}/secrets", AddSecretAsync);
        write.MapPost("/{id}/secrets/{secret:guid}/removal", RemoveSecretAsync);
        write.MapPost("/{id}/keys", SetKeysAsync);
    }

    private static async Task<IResult> ListAsync(
        HttpRequest request, PartnerApi partners, CancellationToken cancellationToken)
    {
        var address = TableAddress.Of(request);
        var found = await partners.ListAsync(address.Cursor, cancellationToken);
        return found.Refused
            ? found.Problem.ToPage()
            : PageResult.Of<PartnersPage>(new { Partners = found.Value, Address = address });
    }

    private static async Task<IResult> AddAsync(
        HttpContext http, PartnerApi partners, PageContext context, CancellationToken cancellationToken)
    {
        var form = PartnerForm.Read(await http.Request.ReadFormAsync(cancellationToken));
        var added = await partners.AddAsync(form.Name ?? "", form.Scopes, form.Authentication, cancellationToken);
        if (added.Refused)
        {
            return PageResult.Of<NewPartnerPage>(new { Form = form, added.Problem }, added.Problem);
        }

        // The secret is in this answer alone; a page that were redirected to could not show it.
        return added.Value.Secret is { } secret
            ? PageResult.Of<SecretPage>(new { Partner = added.Value.Application, secret.Secret })
            : Done(
                http,
                context,
                added.Value.Application.Id,
                $"{added.Value.Application.Name} was made. Now give it its keys.");
    }

    private static async Task<IResult> ChangeAsync(
        string id, HttpContext http, PartnerApi partners, PageContext context, CancellationToken cancellationToken)
    {
        var form = PartnerForm.Read(await http.Request.ReadFormAsync(cancellationToken));
        var changed = await partners.ChangeAsync(id, new { form.Name, form.Scopes }, cancellationToken);
        return changed.Refused
            ? await ShowAsync(id, form, changed.Problem, partners, cancellationToken)
            : Done(http, context, id, $"{changed.Value.Name} was saved.");
    }

    private static async Task<IResult> SwitchAsync(
        string id, [FromForm] bool disabled, PartnerApi partners, HttpContext http, PageContext context,
        CancellationToken cancellationToken)
    {
        var changed = await partners.ChangeAsync(id, new { disabled }, cancellationToken);
        return changed.Refused
            ? await ShowAsync(id, form: null, changed.Problem, partners, cancellationToken)
            : Done(
                http,
                context,
                id,
                disabled
                    ? $"{changed.Value.Name} was disabled, and its tokens ended."
                    : $"{changed.Value.Name} was enabled.");
    }

    private static async Task<IResult> AddSecretAsync(
        string id, PartnerApi partners, CancellationToken cancellationToken)
    {
        var added = await partners.AddSecretAsync(id, cancellationToken);
        var partner = await partners.GetAsync(id, cancellationToken);
        return added.Refused || partner.Refused
            ? await ShowAsync(id, form: null, added.Problem ?? partner.Problem, partners, cancellationToken)
            : PageResult.Of<SecretPage>(new { Partner = partner.Value, added.Value.Secret });
    }

    private static async Task<IResult> RemoveSecretAsync(
        string id, Guid secret, PartnerApi partners, HttpContext http, PageContext context,
        CancellationToken cancellationToken)
    {
        var removed = await partners.RemoveSecretAsync(id, secret, cancellationToken);
        return removed.Refused
            ? await ShowAsync(id, form: null, removed.Problem, partners, cancellationToken)
            : Done(http, context, id, "The secret was removed and proves nothing from now on.");
    }

    private static async Task<IResult> SetKeysAsync(
        string id, [FromForm] string? keys, PartnerApi partners, HttpContext http, PageContext context,
        CancellationToken cancellationToken)
    {
        var problem = KeySet.TryRead(keys, out var set)
            ? (await partners.SetKeysAsync(id, set, cancellationToken)).Problem
            : KeySet.Unreadable;
        return problem is null
            ? Done(http, context, id, "The keys were set.")
            : await ShowAsync(id, form: null, problem, partners, cancellationToken, keys);
    }

    private static async Task<IResult> ShowAsync(
        string id, PartnerForm? form, ApiProblem? problem, PartnerApi partners, CancellationToken cancellationToken,
        string? keys = null)
    {
        var partner = await partners.GetAsync(id, cancellationToken);
        return partner.Refused
            ? partner.Problem.ToPage()
            : PageResult.Of<PartnerPage>(
                new
                {
                    Partner = partner.Value,
                    Form = form ?? PartnerForm.Of(partner.Value),
                    Keys = keys,
                    Problem = problem,
                },
                problem);
    }

    private static RedirectHttpResult Done(HttpContext http, PageContext context, string id, string text)
    {
        ToastCookie.Leave(http, text);
        return TypedResults.Redirect(context.Url($"/settings/partners/{id}"));
    }
}
