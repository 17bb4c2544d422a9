using Portal.Web.Api.Sessions;

namespace Portal.Web.Context;

/// <summary>
/// Finds out who is signed in before a page is made, so that no component has to. A form asks anew, and so does
/// the page after it, since a form may change what Identity says of the session.
/// </summary>
internal sealed class PageContextMiddleware(RequestDelegate next, SessionCache cache)
{
    public async Task InvokeAsync(HttpContext http, PageContext context, SessionApi sessions)
    {
        if (!context.IsSignedIn)
        {
            await next(http);
        }
        else if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        {
            context.Session = cache.Find(http) ?? await AskAsync(http, sessions);
            await next(http);
        }
        else
        {
            cache.Forget(http);
            context.Session = (await sessions.GetAsync(http.RequestAborted)).Value;
            try
            {
                await next(http);
            }
            finally
            {
                cache.Forget(http);
            }
        }
    }

    private async Task<Session?> AskAsync(HttpContext http, SessionApi sessions)
    {
        var session = (await sessions.GetAsync(http.RequestAborted)).Value;
        if (session is not null)
        {
            cache.Keep(http, session);
        }

        return session;
    }
}
