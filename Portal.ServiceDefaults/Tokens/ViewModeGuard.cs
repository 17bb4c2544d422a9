using Microsoft.AspNetCore.Http;
using Portal.ServiceDefaults.Requests;
using Portal.ServiceDefaults.Results;

namespace Portal.ServiceDefaults.Tokens;

/// <summary>
/// Refuses what could change something when the caller acts for a client and may only look. It asks no route and no
/// scope, so that neither a new route nor a scope too many can open it.
/// </summary>
internal static class ViewModeGuard
{
    public static Task InvokeAsync(HttpContext http, RequestDelegate next) =>
        http.Request.IsUnsafe() && http.User.MayOnlyView()
            ? new ViewOnly().ToProblem().ExecuteAsync(http)
            : next(http);
}
