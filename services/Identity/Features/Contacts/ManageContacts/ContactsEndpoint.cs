using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Features.Access;
using Portal.Identity.Features.Clients;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Contacts.ManageContacts;

/// <summary>The people at a client, and which of them may sign in.</summary>
internal static class ContactsEndpoint
{
    public static void MapContacts(this IEndpointRouteBuilder routes)
    {
        var contacts = routes.MapGroup("/api/v1/clients/{id:guid}/contacts").WithTags("Contacts");
        contacts.MapGet("", ListAsync).RequireScope(Scopes.ClientsRead).WithName("ListContacts")
            .WithSummary("The client's contacts, the primary one first.");
        contacts.MapGet("/{contactId}", GetAsync).RequireScope(Scopes.ClientsRead).WithName("GetContact")
            .WithSummary("One contact; 'primary' names the primary one.");
        contacts.MapPost("", AddAsync).RequirePower(Powers.AddContact).NamePower(Powers.GiveAccess)
            .WithName("AddContact")
            .WithSummary("Add a further contact; with access the person may sign in at once.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        contacts.MapPatch("/{contactId}", ChangeAsync).RequirePower(Powers.ChangeContact).NamePower(Powers.GiveAccess)
            .NamePower(Powers.ChangePrimary).WithName("ChangeContact")
            .WithSummary("Change a contact; who loses access by it is signed out at once.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        contacts.MapDelete("/{contactId}", RemoveAsync).RequirePower(Powers.RemoveContact).WithName("RemoveContact")
            .WithSummary("Remove a further contact, who is signed out at once.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed);
    }

    private static async Task<Results<Ok<ContactsResponse>, ProblemHttpResult>> ListAsync(
        Guid id, IdentityDb db, CancellationToken cancellationToken)
    {
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(
                one => one.Id == id, cancellationToken) is not { } account)
        {
            return new ClientNotFound().ToProblem();
        }

        var further = await db.FurtherContacts.AsNoTracking().Where(one => one.AccountId == id)
            .OrderBy(one => one.Name).ThenBy(one => one.Id).ToListAsync(cancellationToken);
        return TypedResults.Ok(
            new ContactsResponse([FurtherContactResponse.Of(account), .. further.Select(FurtherContactResponse.Of)]));
    }

    private static async Task<Results<Ok<FurtherContactResponse>, ProblemHttpResult>> GetAsync(
        Guid id, string contactId, IdentityDb db, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(
                one => one.Id == id, cancellationToken) is not { } account)
        {
            return new ClientNotFound().ToProblem();
        }

        if (contactId == Contact.PrimaryId)
        {
            return Shown(FurtherContactResponse.Of(account), response);
        }

        return await db.FindContactAsync(id, contactId, cancellationToken) is { } contact
            ? Shown(FurtherContactResponse.Of(contact), response)
            : new ContactNotFound().ToProblem();
    }

    private static async Task<Results<Created<FurtherContactResponse>, ProblemHttpResult>> AddAsync(
        Guid id, AddContactRequest request, AddContactHandler handler, HttpContext http,
        CancellationToken cancellationToken)
    {
        var (added, problems) = await handler.HandleAsync(http, id, request, cancellationToken);
        if (added is null)
        {
            return problems.ToProblem();
        }

        http.Response.Headers.ETag = added.Etag;
        return TypedResults.Created($"/api/v1/clients/{id}/contacts/{added.Id}", added);
    }

    private static async Task<Results<Ok<FurtherContactResponse>, ProblemHttpResult>> ChangeAsync(
        Guid id,
        string contactId,
        ChangeContactRequest request,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        ChangePrimaryHandler primary,
        ChangeContactHandler further,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        var (changed, problems) = contactId == Contact.PrimaryId
            ? await primary.HandleAsync(http, id, request, ifMatch, cancellationToken)
            : await further.HandleAsync(http, id, contactId, request, ifMatch, cancellationToken);
        return changed is null ? problems.ToProblem() : Shown(changed, http.Response);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        Guid id,
        string contactId,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        RemoveContactHandler handler,
        HttpContext http,
        CancellationToken cancellationToken) =>
        await handler.HandleAsync(http, id, contactId, ifMatch, cancellationToken) is { } problem
            ? problem.ToProblem()
            : TypedResults.NoContent();

    private static Ok<FurtherContactResponse> Shown(FurtherContactResponse contact, HttpResponse response)
    {
        response.Headers.ETag = contact.Etag;
        return TypedResults.Ok(contact);
    }
}
