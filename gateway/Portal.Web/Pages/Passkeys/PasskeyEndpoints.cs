using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Portal.ServiceDefaults.Tokens;
using Portal.Web.Components.Frame;
using Portal.Web.Formats;
using Portal.Web.Pages.Errors;
using Portal.Web.Services;
using Portal.Web.Services.Passkeys;
using Portal.Web.Visits;

namespace Portal.Web.Pages.Passkeys;

/// <summary>Passkeys of the agency's people: which there are, adding one in two steps, removing one.</summary>
internal static class PasskeyEndpoints
{
    public static void MapPasskeys(this IEndpointRouteBuilder routes)
    {
        var passkeys = routes.MapGroup("/passkeys").DisableAntiforgery();
        passkeys.MapGet("", (PasskeyClient client, CancellationToken cancellationToken) => ShowAsync(name: null, refusal: null, client, cancellationToken))
            .RequireScope(Scopes.SessionsRead);
        passkeys.MapPost("/new", AskAsync).RequireScope(Scopes.SessionsWrite);
        passkeys.MapPost("", AddAsync).RequireScope(Scopes.SessionsWrite);
        passkeys.MapPost("/{id:guid}/removal", RemoveAsync).RequireScope(Scopes.SessionsWrite);
    }

    private static async Task<IResult> AskAsync(
        [FromForm] string? name, PasskeyClient passkeys, CancellationToken cancellationToken)
    {
        var question = await passkeys.AskAsync(cancellationToken);
        return question.Refused
            ? await ShowAsync(name, question.Refusal, passkeys, cancellationToken)
            : Page.Of<NewPasskeyPage>(new { Name = name?.Trim(), Question = question.Value });
    }

    private static async Task<IResult> AddAsync(
        [FromForm] string? name,
        [FromForm] string? credential,
        [FromForm] string? state,
        PasskeyClient passkeys,
        HttpContext http,
        Visit visit,
        CancellationToken cancellationToken)
    {
        var added = await passkeys.AddAsync(name, PasskeyText.Read(credential) ?? [], state, cancellationToken);
        return added.Refused
            ? await ShowAsync(name, added.Refusal, passkeys, cancellationToken)
            : Done(http, visit, $"{added.Value.Name} was added. From now on you can sign in with it.");
    }

    private static async Task<IResult> RemoveAsync(
        Guid id, PasskeyClient passkeys, HttpContext http, Visit visit, CancellationToken cancellationToken)
    {
        var removed = await passkeys.RemoveAsync(id, cancellationToken);
        return removed.Refused
            ? await ShowAsync(name: null, removed.Refusal, passkeys, cancellationToken)
            : Done(http, visit, "The passkey was removed and opens nothing from now on.");
    }

    private static async Task<IResult> ShowAsync(string? name, Refusal? refusal, PasskeyClient passkeys, CancellationToken cancellationToken)
    {
        var found = await passkeys.ListAsync(cancellationToken);
        return found.Refused
            ? found.Refusal.ToPage()
            : Page.Of<PasskeysPage>(new { Passkeys = found.Value, Name = name, Refusal = refusal }, refusal);
    }

    private static RedirectHttpResult Done(HttpContext http, Visit visit, string said)
    {
        ToastCookie.Leave(http, said);
        return TypedResults.Redirect(visit.Url("/passkeys"));
    }
}
