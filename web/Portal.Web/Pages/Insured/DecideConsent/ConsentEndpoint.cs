using Microsoft.AspNetCore.Mvc;
using Portal.ServiceDefaults.Tokens;
using Portal.Web.Api.Accounts;
using Portal.Web.Components.Frame;
using Portal.Web.Context;
using Portal.Web.Pages.Results;

namespace Portal.Web.Pages.Insured.DecideConsent;

/// <summary>Whether the agency may step in: for the client alone to say.</summary>
internal static class ConsentEndpoint
{
    public static void MapConsent(this IEndpointRouteBuilder account) =>
        account.MapPost("/consent", PostAsync).RequireScope(Scopes.ConsentWrite);

    private static async Task<IResult> PostAsync(
        Guid account, [FromForm] bool given, OwnAccountApi own, HttpContext http, PageContext context,
        CancellationToken cancellationToken)
    {
        var decided = await own.DecideAsync(given, cancellationToken);
        if (decided.Refused)
        {
            return decided.Problem.ToPage();
        }

        ToastCookie.Leave(http, given
            ? "Your agency may step into your account again."
            : "Your agency may no longer step into your account. Whoever was in it is out.");
        return TypedResults.Redirect(context.Url($"/a/{account}/access"));
    }
}
