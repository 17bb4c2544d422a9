using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Portal.ServiceDefaults.Tokens;
using Portal.Web.Components.Frame;
using Portal.Web.Pages.Errors;
using Portal.Web.Services;
using Portal.Web.Services.Accounts;
using Portal.Web.Visits;

namespace Portal.Web.Pages.ClientDetails;

/// <summary>The people at a client, and who of them may sign in.</summary>
internal static class ContactEndpoints
{
    private const string Primary = "primary";

    public static void MapContacts(this IEndpointRouteBuilder client)
    {
        client.MapGet("/contacts", ListAsync);
        var edited = client.MapGroup("/contacts").RequireScope(Scopes.ClientsWrite);
        edited.MapGet("/new", (Guid id, AccountClient accounts, CancellationToken cancellationToken) =>
            ShowAsync(id, contact: null, new ContactForm { Access = true }, refusal: null, accounts, cancellationToken));
        edited.MapPost("/new", AddAsync);
        edited.MapGet("/{contact}", EditAsync);
        edited.MapPost("/{contact}", ChangeAsync);
        edited.MapPost("/{contact}/access", SwitchAsync);
        edited.MapPost("/{contact}/removal", RemoveAsync);
    }

    private static Task<IResult> ListAsync(
        Guid id, AccountClient accounts, ContactProposalClient proposals, CancellationToken cancellationToken) =>
        ShowAllAsync(id, refusal: null, accounts, proposals, cancellationToken);

    private static async Task<IResult> AddAsync(
        Guid id, [FromForm] ContactForm form, AccountClient accounts, HttpContext http, Visit visit, CancellationToken cancellationToken)
    {
        var added = await accounts.AddContactAsync(id, form.Details(), cancellationToken);
        return added.Refused
            ? await ShowAsync(id, contact: null, form, added.Refusal, accounts, cancellationToken)
            : Done(http, visit, id, $"{added.Value.Name} was added{(added.Value.Access ? " and may sign in" : "")}.");
    }

    private static async Task<IResult> EditAsync(Guid id, string contact, AccountClient accounts, CancellationToken cancellationToken)
    {
        var contacts = await accounts.ContactsAsync(id, cancellationToken);
        return contacts.Value?.Items.FirstOrDefault(one => one.Id == contact) is { } found
            ? await ShowAsync(id, contact, ContactForm.Of(found), refusal: null, accounts, cancellationToken)
            : (contacts.Refusal ?? new Refusal { Status = StatusCodes.Status404NotFound }).ToPage();
    }

    private static async Task<IResult> ChangeAsync(
        Guid id, string contact, [FromForm] ContactForm form, AccountClient accounts, HttpContext http, Visit visit, CancellationToken cancellationToken)
    {
        var details = form.Details();
        object change = contact == Primary ? new { details.Name, details.Email, details.Mobile } : details;
        var changed = await accounts.ChangeContactAsync(id, contact, form.Etag, change, cancellationToken);
        return changed.Refused
            ? await ShowAsync(id, contact, form, changed.Refusal, accounts, cancellationToken)
            : Done(http, visit, id, $"{changed.Value.Name} was saved.");
    }

    private static async Task<IResult> SwitchAsync(
        Guid id,
        string contact,
        [FromForm] bool access,
        AccountClient accounts,
        ContactProposalClient proposals,
        HttpContext http,
        Visit visit,
        CancellationToken cancellationToken)
    {
        var changed = await accounts.ChangeContactAsync(id, contact, etag: null, new { access }, cancellationToken);
        return changed.Refused
            ? await ShowAllAsync(id, changed.Refusal, accounts, proposals, cancellationToken)
            : Done(http, visit, id, access ? $"{changed.Value.Name} may sign in now." : $"{changed.Value.Name} may no longer sign in.");
    }

    private static async Task<IResult> RemoveAsync(
        Guid id,
        string contact,
        [FromForm] string? etag,
        AccountClient accounts,
        ContactProposalClient proposals,
        HttpContext http,
        Visit visit,
        CancellationToken cancellationToken)
    {
        var removed = await accounts.RemoveContactAsync(id, contact, etag, cancellationToken);
        return removed.Refused
            ? await ShowAllAsync(id, removed.Refusal, accounts, proposals, cancellationToken)
            : Done(http, visit, id, "The contact was removed.");
    }

    /// <summary>The client's contacts, with what an import proposes and what was refused of a change.</summary>
    private static async Task<IResult> ShowAllAsync(
        Guid id, Refusal? refusal, AccountClient accounts, ContactProposalClient proposals, CancellationToken cancellationToken)
    {
        var proposed = proposals.ListAsync(id, cursor: null, limit: 1, cancellationToken);
        var (account, contacts) = await Both.Of(accounts.GetAsync(id, cancellationToken), accounts.ContactsAsync(id, cancellationToken));
        return (account.Refusal ?? contacts.Refusal ?? (await proposed).Refusal) is { } outage
            ? outage.ToPage()
            : Page.Of<ContactsPage>(
                new
                {
                    Account = account.Value,
                    Contacts = contacts.Value!.Items,
                    Proposal = (await proposed).Value!.Items is [var first, ..] ? first : null,
                    Refusal = refusal,
                },
                refusal);
    }

    private static async Task<IResult> ShowAsync(
        Guid id, string? contact, ContactForm form, Refusal? refusal, AccountClient accounts, CancellationToken cancellationToken)
    {
        var account = await accounts.GetAsync(id, cancellationToken);
        return account.Refused
            ? account.Refusal.ToPage()
            : Page.Of<ContactPage>(
                new { Account = account.Value, Contact = contact, Form = form, Refusal = refusal },
                refusal);
    }

    private static RedirectHttpResult Done(HttpContext http, Visit visit, Guid id, string text)
    {
        ToastCookie.Leave(http, text);
        return TypedResults.Redirect(visit.Url($"/clients/{id}/contacts"));
    }
}
