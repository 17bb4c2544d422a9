using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Portal.ServiceDefaults.Tokens;
using Portal.Web.Api;
using Portal.Web.Api.Accounts;
using Portal.Web.Components.Frame;
using Portal.Web.Context;
using Portal.Web.Pages.Results;

namespace Portal.Web.Pages.Broker.EditContacts;

/// <summary>The people at a client, and who of them may sign in.</summary>
internal static class ContactsEndpoint
{
    private const string Primary = "primary";

    public static void MapContacts(this IEndpointRouteBuilder client)
    {
        client.MapGet("/contacts", ListAsync);
        var edited = client.MapGroup("/contacts").RequireScope(Scopes.ClientsWrite);
        edited.MapGet("/new", (Guid id, AccountApi accounts, CancellationToken cancellationToken) =>
            ShowAsync(
                id, contact: null, new ContactForm { Access = true }, problem: null, accounts, cancellationToken));
        edited.MapPost("/new", AddAsync);
        edited.MapGet("/{contact}", EditAsync);
        edited.MapPost("/{contact}", ChangeAsync);
        edited.MapPost("/{contact}/access", SwitchAsync);
        edited.MapPost("/{contact}/removal", RemoveAsync);
    }

    private static Task<IResult> ListAsync(
        Guid id, AccountApi accounts, ContactProposalApi proposals, CancellationToken cancellationToken) =>
        ShowAllAsync(id, problem: null, accounts, proposals, cancellationToken);

    private static async Task<IResult> AddAsync(
        Guid id, [FromForm] ContactForm form, AccountApi accounts, HttpContext http, PageContext context,
        CancellationToken cancellationToken)
    {
        var added = await accounts.AddContactAsync(id, form.Details(), cancellationToken);
        return added.Refused
            ? await ShowAsync(id, contact: null, form, added.Problem, accounts, cancellationToken)
            : Done(http, context, id, $"{added.Value.Name} was added{(added.Value.Access ? " and may sign in" : "")}.");
    }

    private static async Task<IResult> EditAsync(
        Guid id, string contact, AccountApi accounts, CancellationToken cancellationToken)
    {
        var contacts = await accounts.ContactsAsync(id, cancellationToken);
        return contacts.Value?.Items.FirstOrDefault(one => one.Id == contact) is { } found
            ? await ShowAsync(id, contact, ContactForm.Of(found), problem: null, accounts, cancellationToken)
            : (contacts.Problem ?? new ApiProblem { Status = StatusCodes.Status404NotFound }).ToPage();
    }

    private static async Task<IResult> ChangeAsync(
        Guid id, string contact, [FromForm] ContactForm form, AccountApi accounts, HttpContext http,
        PageContext context, CancellationToken cancellationToken)
    {
        var details = form.Details();
        object change = contact == Primary ? new { details.Name, details.Email, details.Mobile } : details;
        var changed = await accounts.ChangeContactAsync(id, contact, form.Etag, change, cancellationToken);
        return changed.Refused
            ? await ShowAsync(id, contact, form, changed.Problem, accounts, cancellationToken)
            : Done(http, context, id, $"{changed.Value.Name} was saved.");
    }

    private static async Task<IResult> SwitchAsync(
        Guid id,
        string contact,
        [FromForm] bool access,
        AccountApi accounts,
        ContactProposalApi proposals,
        HttpContext http,
        PageContext context,
        CancellationToken cancellationToken)
    {
        var changed = await accounts.ChangeContactAsync(id, contact, etag: null, new { access }, cancellationToken);
        return changed.Refused
            ? await ShowAllAsync(id, changed.Problem, accounts, proposals, cancellationToken)
            : Done(
                http,
                context,
                id,
                access ? $"{changed.Value.Name} may sign in now." : $"{changed.Value.Name} may no longer sign in.");
    }

    private static async Task<IResult> RemoveAsync(
        Guid id,
        string contact,
        [FromForm] string? etag,
        AccountApi accounts,
        ContactProposalApi proposals,
        HttpContext http,
        PageContext context,
        CancellationToken cancellationToken)
    {
        var removed = await accounts.RemoveContactAsync(id, contact, etag, cancellationToken);
        return removed.Refused
            ? await ShowAllAsync(id, removed.Problem, accounts, proposals, cancellationToken)
            : Done(http, context, id, "The contact was removed.");
    }

    /// <summary>The client's contacts, with what an import proposes and what was refused of a change.</summary>
    private static async Task<IResult> ShowAllAsync(
        Guid id, ApiProblem? problem, AccountApi accounts, ContactProposalApi proposals,
        CancellationToken cancellationToken)
    {
        var proposed = proposals.ListAsync(id, cursor: null, limit: 1, cancellationToken);
        var (account, contacts) = await ApiResults.BothAsync(
            accounts.GetAsync(id, cancellationToken), accounts.ContactsAsync(id, cancellationToken));
        return (account.Problem ?? contacts.Problem ?? (await proposed).Problem) is { } outage
            ? outage.ToPage()
            : PageResult.Of<ContactsPage>(
                new
                {
                    Account = account.Value,
                    Contacts = contacts.Value!.Items,
                    Proposal = (await proposed).Value!.Items is [var first, ..] ? first : null,
                    Problem = problem,
                },
                problem);
    }

    private static async Task<IResult> ShowAsync(
        Guid id, string? contact, ContactForm form, ApiProblem? problem, AccountApi accounts,
        CancellationToken cancellationToken)
    {
        var account = await accounts.GetAsync(id, cancellationToken);
        return account.Refused
            ? account.Problem.ToPage()
            : PageResult.Of<ContactPage>(
                new { Account = account.Value, Contact = contact, Form = form, Problem = problem },
                problem);
    }

    private static RedirectHttpResult Done(HttpContext http, PageContext context, Guid id, string text)
    {
        ToastCookie.Leave(http, text);
        return TypedResults.Redirect(context.Url($"/clients/{id}/contacts"));
    }
}
