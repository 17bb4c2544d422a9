using Portal.Web.Services.Sessions;

namespace Portal.Web.Visits;

/// <summary>Asks who is signed in before a page is made, so that no component has to.</summary>
internal static class VisitMiddleware
{
    public static async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        var visit = http.RequestServices.GetRequiredService<Visit>();
        if (visit.IsSignedIn)
        {
            var sessions = http.RequestServices.GetRequiredService<SessionClient>();
            visit.Session = (await sessions.GetAsync(http.RequestAborted)).Value;
        }

        await next(http);
    }
}
