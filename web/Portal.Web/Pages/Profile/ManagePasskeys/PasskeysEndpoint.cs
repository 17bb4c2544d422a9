using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Portal.ServiceDefaults.Tokens;
using Portal.Web.Api;
using Portal.Web.Api.Passkeys;
using Portal.Web.Components.Frame;
using Portal.Web.Context;
using Portal.Web.Formats;
using Portal.Web.Pages.Results;

namespace Portal.Web.Pages.Profile.ManagePasskeys;

/// <summary>Passkeys of the agency's people: which there are, adding one in two steps, removing one.</summary>
internal static class PasskeysEndpoint
{
    public static void MapPasskeys(this IEndpointRouteBuilder routes)
    {
        var passkeys = routes.MapGroup("/passkeys").DisableAntiforgery();
        passkeys.MapGet("", GetAsync).RequireScope(Scopes.SessionsRead);
        passkeys.MapPost("/new", AskAsync).RequireScope(Scopes.SessionsWrite);
        passkeys.MapPost("", AddAsync).RequireScope(Scopes.SessionsWrite);
        passkeys.MapPost("/{id:guid}/removal", RemoveAsync).RequireScope(Scopes.SessionsWrite);
    }

    private static Task<IResult> GetAsync(PasskeyApi passkeys, CancellationToken cancellationToken) =>
        ShowAsync(name: null, problem: null, passkeys, cancellationToken);

    private static async Task<IResult> AskAsync(
        [FromForm] string? name, PasskeyApi passkeys, CancellationToken cancellationToken)
    {
        var question = await passkeys.AskAsync(cancellationToken);
        return question.Refused
            ? await ShowAsync(name, question.Problem, passkeys, cancellationToken)
            : PageResult.Of<NewPasskeyPage>(new { Name = name?.Trim(), Question = question.Value });
    }

    private static async Task<IResult> AddAsync(
        [FromForm] string? name,
        [FromForm] string? credential,
        [FromForm] string? state,
        PasskeyApi passkeys,
        HttpContext http,
        PageContext context,
        CancellationToken cancellationToken)
    {
        var added = await passkeys.AddAsync(name, PasskeyText.Read(credential) ?? [], state, cancellationToken);
        return added.Refused
            ? await ShowAsync(name, added.Problem, passkeys, cancellationToken)
            : Done(http, context, $"{added.Value.Name} was added. From now on you can sign in with it.");
    }

    private static async Task<IResult> RemoveAsync(
        Guid id, PasskeyApi passkeys, HttpContext http, PageContext context, CancellationToken cancellationToken)
    {
        var removed = await passkeys.RemoveAsync(id, cancellationToken);
        return removed.Refused
            ? await ShowAsync(name: null, removed.Problem, passkeys, cancellationToken)
            : Done(http, context, "The passkey was removed and opens nothing from now on.");
    }

    private static async Task<IResult> ShowAsync(
        string? name, ApiProblem? problem, PasskeyApi passkeys, CancellationToken cancellationToken)
    {
        var found = await passkeys.ListAsync(cancellationToken);
        return found.Refused
            ? found.Problem.ToPage()
            : PageResult.Of<PasskeysPage>(new { Passkeys = found.Value, Name = name, Problem = problem }, problem);
    }

    private static RedirectHttpResult Done(HttpContext http, PageContext context, string said)
    {
        ToastCookie.Leave(http, said);
        return TypedResults.Redirect(context.Url("/passkeys"));
    }
}
