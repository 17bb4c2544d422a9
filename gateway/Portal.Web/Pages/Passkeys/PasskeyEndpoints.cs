using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Portal.ServiceDefaults.Tokens;
using Portal.Web.Components.Frame;
using Portal.Web.Formats;
using Portal.Web.Pages.Errors;
using Portal.Web.Services;
using Portal.Web.Services.Passkeys;
using Portal.Web.Services.Sessions;
using Portal.Web.Visits;

namespace Portal.Web.Pages.Passkeys;

/// <summary>Passkeys of the agency's people: which there are, adding one in two steps, removing one.</summary>
internal static class PasskeyEndpoints
{
    private const string Stale = "second-factor-stale";

    public static void MapPasskeys(this IEndpointRouteBuilder routes)
    {
        var passkeys = routes.MapGroup("/passkeys").DisableAntiforgery();
        passkeys.MapGet("", (PasskeyClient client, CancellationToken cancellationToken) => ShowAsync(new PasskeyForm(), null, client, cancellationToken))
            .RequireScope(Scopes.SessionsRead);
        passkeys.MapPost("/new", AskAsync).RequireScope(Scopes.SessionsWrite);
        passkeys.MapPost("", AddAsync).RequireScope(Scopes.SessionsWrite);
        passkeys.MapPost("/{id:guid}/removal", RemoveAsync).RequireScope(Scopes.SessionsWrite);
    }

    private static async Task<IResult> AskAsync(
        [FromForm] PasskeyForm form, PasskeyClient passkeys, SessionClient sessions, CancellationToken cancellationToken)
    {
        if (await ProveAsync(form, sessions, cancellationToken) is { } wrong)
        {
            return await ShowAsync(form, wrong, passkeys, cancellationToken);
        }

        var question = await passkeys.AskAsync(cancellationToken);
        return question.Refused
            ? await ShowAsync(form, question.Refusal, passkeys, cancellationToken)
            : Page.Of<NewPasskeyPage>(new { Name = form.Name?.Trim(), Question = question.Value });
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
            ? await ShowAsync(new PasskeyForm { Name = name }, added.Refusal, passkeys, cancellationToken)
            : Done(http, visit, $"{added.Value.Name} was added. From now on you can sign in with it.");
    }

    private static async Task<IResult> RemoveAsync(
        Guid id, [FromForm] string? code, PasskeyClient passkeys, SessionClient sessions, HttpContext http, Visit visit, CancellationToken cancellationToken)
    {
        var form = new PasskeyForm { Code = code, Removed = id };
        var refusal = await ProveAsync(form, sessions, cancellationToken) ?? (await passkeys.RemoveAsync(id, cancellationToken)).Refusal;
        return refusal is not null
            ? await ShowAsync(form, refusal, passkeys, cancellationToken)
            : Done(http, visit, "The passkey was removed and opens nothing from now on.");
    }

    /// <summary>Proves the second factor anew where a code was asked for and typed; what was wrong, or null.</summary>
    private static async Task<Refusal?> ProveAsync(PasskeyForm form, SessionClient sessions, CancellationToken cancellationToken) =>
        form.Code is { } code ? (await sessions.ProveSecondFactorAsync(CodeText.Read(code) ?? "", cancellationToken)).Refusal : null;

    private static async Task<IResult> ShowAsync(PasskeyForm form, Refusal? refusal, PasskeyClient passkeys, CancellationToken cancellationToken)
    {
        var found = await passkeys.ListAsync(cancellationToken);
        return found.Refused
            ? found.Refusal.ToPage()
            : Page.Of<PasskeysPage>(
                new { Passkeys = found.Value, Form = form, Refusal = refusal, AsksForCode = refusal?.Code == Stale || form.Code is not null },
                refusal);
    }

    private static RedirectHttpResult Done(HttpContext http, Visit visit, string said)
    {
        ToastCookie.Leave(http, said);
        return TypedResults.Redirect(visit.Url("/passkeys"));
    }
}
