using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Components.Frame;
using Portal.Web.Components.Tables;
using Portal.Web.Pages.Errors;
using Portal.Web.Services;
using Portal.Web.Services.Partners;
using Portal.Web.Visits;

namespace Portal.Web.Pages.Settings;

/// <summary>Partner clients: who they are, what they may do and how they prove themselves.</summary>
internal static class PartnerEndpoints
{
    public static void Map(IEndpointRouteBuilder read, IEndpointRouteBuilder write)
    {
        read.MapGet("", ListAsync);
        write.MapGet("/new", () => Page.Of<NewPartnerPage>(new { Form = new PartnerForm { Authentication = "secret" } }));
        write.MapPost("/new", AddAsync);
        read.MapGet("/{id}", (string id, PartnerClient partners, CancellationToken cancellationToken) =>
            ShowAsync(id, form: null, refusal: null, partners, cancellationToken));
        write.MapPost("/{id}", ChangeAsync);
        write.MapPost("/{id}/activity", SwitchAsync);
        write.MapPost("/{id}/secrets", AddSecretAsync);
        write.MapPost("/{id}/secrets/{secret:guid}/removal", RemoveSecretAsync);
        write.MapPost("/{id}/keys", SetKeysAsync);
    }

    private static async Task<IResult> ListAsync(HttpRequest request, PartnerClient partners, CancellationToken cancellationToken)
    {
        var address = TableAddress.Of(request);
        var found = await partners.ListAsync(address.Cursor, cancellationToken);
        return found.Refused ? found.Refusal.ToPage() : Page.Of<PartnersPage>(new { Partners = found.Value, Address = address });
    }

    private static async Task<IResult> AddAsync(HttpContext http, PartnerClient partners, Visit visit, CancellationToken cancellationToken)
    {
        var form = PartnerForm.Read(await http.Request.ReadFormAsync(cancellationToken));
        var added = await partners.AddAsync(form.Name ?? "", form.Scopes, form.Authentication, cancellationToken);
        if (added.Refused)
        {
            return Page.Of<NewPartnerPage>(new { Form = form, added.Refusal }, added.Refusal);
        }

        // The secret is in this answer alone; a page that were redirected to could not show it.
        return added.Value.Secret is { } secret
            ? Page.Of<SecretPage>(new { Partner = added.Value.Application, secret.Secret })
            : Done(http, visit, added.Value.Application.Id, $"{added.Value.Application.Name} was made. Now give it its keys.");
    }

    private static async Task<IResult> ChangeAsync(
        string id, HttpContext http, PartnerClient partners, Visit visit, CancellationToken cancellationToken)
    {
        var form = PartnerForm.Read(await http.Request.ReadFormAsync(cancellationToken));
        var changed = await partners.ChangeAsync(id, new { form.Name, form.Scopes }, cancellationToken);
        return changed.Refused
            ? await ShowAsync(id, form, changed.Refusal, partners, cancellationToken)
            : Done(http, visit, id, $"{changed.Value.Name} was saved.");
    }

    private static async Task<IResult> SwitchAsync(
        string id, [FromForm] bool disabled, PartnerClient partners, HttpContext http, Visit visit, CancellationToken cancellationToken)
    {
        var changed = await partners.ChangeAsync(id, new { disabled }, cancellationToken);
        return changed.Refused
            ? await ShowAsync(id, form: null, changed.Refusal, partners, cancellationToken)
            : Done(http, visit, id, disabled ? $"{changed.Value.Name} was disabled, and its tokens ended." : $"{changed.Value.Name} was enabled.");
    }

    private static async Task<IResult> AddSecretAsync(string id, PartnerClient partners, CancellationToken cancellationToken)
    {
        var added = await partners.AddSecretAsync(id, cancellationToken);
        var partner = await partners.GetAsync(id, cancellationToken);
        return added.Refused || partner.Refused
            ? await ShowAsync(id, form: null, added.Refusal ?? partner.Refusal, partners, cancellationToken)
            : Page.Of<SecretPage>(new { Partner = partner.Value, added.Value.Secret });
    }

    private static async Task<IResult> RemoveSecretAsync(
        string id, Guid secret, PartnerClient partners, HttpContext http, Visit visit, CancellationToken cancellationToken)
    {
        var removed = await partners.RemoveSecretAsync(id, secret, cancellationToken);
        return removed.Refused
            ? await ShowAsync(id, form: null, removed.Refusal, partners, cancellationToken)
            : Done(http, visit, id, "The secret was removed and proves nothing from now on.");
    }

    private static async Task<IResult> SetKeysAsync(
        string id, [FromForm] string? keys, PartnerClient partners, HttpContext http, Visit visit, CancellationToken cancellationToken)
    {
        var refusal = KeySet.TryRead(keys, out var set)
            ? (await partners.SetKeysAsync(id, set, cancellationToken)).Refusal
            : KeySet.Unreadable;
        return refusal is null
            ? Done(http, visit, id, "The keys were set.")
            : await ShowAsync(id, form: null, refusal, partners, cancellationToken, keys);
    }

    private static async Task<IResult> ShowAsync(
        string id, PartnerForm? form, Refusal? refusal, PartnerClient partners, CancellationToken cancellationToken, string? keys = null)
    {
        var partner = await partners.GetAsync(id, cancellationToken);
        return partner.Refused
            ? partner.Refusal.ToPage()
            : Page.Of<PartnerPage>(
                new { Partner = partner.Value, Form = form ?? PartnerForm.Of(partner.Value), Keys = keys, Refusal = refusal },
                refusal);
    }

    private static RedirectHttpResult Done(HttpContext http, Visit visit, string id, string text)
    {
        ToastCookie.Leave(http, text);
        return TypedResults.Redirect(visit.Url($"/settings/partners/{id}"));
    }
}
