using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Web.Api;
using Portal.Web.Pages.Results;

namespace Portal.Web.Pages.Public.SignIn;

/// <summary>The sign-in without an agency: on to the one that was used last.</summary>
internal static class FindAgencyEndpoint
{
    public static void MapFindAgency(this IEndpointRouteBuilder routes) => routes.MapGet("/sign-in", Get);

    private static Results<RedirectHttpResult, RazorComponentResult<FindAgencyPage>> Get(
        string? returnTo, string? problem, HttpRequest request)
    {
        if (AgencyCookie.Read(request) is not { } page)
        {
            return PageResult.Of<FindAgencyPage>(new { Problem = problem });
        }

        return TypedResults.Redirect(Query.Of(page, ("returnTo", returnTo), ("problem", problem)));
    }
}
