using Portal.Web.Context;
using Portal.Web.Pages.Results;

namespace Portal.Web.Pages.Insured;

/// <summary>
/// Shows no account but the one that is open. For another one of the same person the page leads there; for any other it
/// is as if there were none.
/// </summary>
internal static class OpenAccountFilter
{
    private const string Parameter = "account";

    public static async ValueTask<object?> InvokeAsync(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var page = http.RequestServices.GetRequiredService<PageContext>();
        var asked = Guid.Parse((string)http.GetRouteValue(Parameter)!);
        return page.Account == asked
            ? await next(context)
            : PageResult.Of<OtherAccountPage>(
                new
                {
                    Account = page.Session?.Clients.FirstOrDefault(one => one.Id == asked),
                }, StatusCodes.Status404NotFound);
    }
}
