using Portal.Web.Visits;

namespace Portal.Web.Pages.Insured;

/// <summary>
/// Shows no account but the one that is open. For another one of the same person the page leads there; for any other it is
/// as if there were none.
/// </summary>
internal static class OpenAccount
{
    private const string Parameter = "account";

    public static async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var visit = http.RequestServices.GetRequiredService<Visit>();
        var asked = Guid.Parse((string)http.GetRouteValue(Parameter)!);
        return visit.Account == asked
            ? await next(context)
            : Page.Of<OtherAccountPage>(
                new { Account = visit.Session?.Clients.FirstOrDefault(one => one.Id == asked) }, StatusCodes.Status404NotFound);
    }
}
