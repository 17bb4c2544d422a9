using Microsoft.Net.Http.Headers;

namespace Portal.Web.Services;

/// <summary>
/// Lets Identity keep its cookies in the browser although the pages stand between them: the reference of a sign-in passes
/// in, and what Identity sets or deletes passes out. No other cookie does.
/// </summary>
internal sealed class BrowserCookieHandler(IHttpContextAccessor accessor) : DelegatingHandler
{
    /// <summary>The cookie with the reference of a sign-in that is under way.</summary>
    public const string SignInCookie = "__Host-portal-sign-in";

    private const string Prefix = "__Host-portal";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var http = accessor.HttpContext!;
        request.Headers.Remove(HeaderNames.Cookie);
        if (http.Request.Cookies[SignInCookie] is { Length: > 0 } reference)
        {
            request.Headers.AddFromOutside(HeaderNames.Cookie, $"{SignInCookie}={reference}");
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (response.Headers.TryGetValues(HeaderNames.SetCookie, out var cookies))
        {
            foreach (var cookie in cookies.Where(cookie => cookie.StartsWith(Prefix, StringComparison.Ordinal)))
            {
                http.Response.Headers.Append(HeaderNames.SetCookie, cookie);
            }
        }

        return response;
    }
}
