using Microsoft.Net.Http.Headers;
using Portal.ServiceDefaults.Requests;

namespace Portal.Web.Api;

/// <summary>
/// Lets Identity keep its cookies in the browser although the pages stand between them: those of signing in pass in,
/// and what Identity sets or deletes passes out. No other cookie does.
/// </summary>
internal sealed class BrowserCookieHandler(IHttpContextAccessor accessor) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var http = accessor.HttpContext!;
        request.Headers.Remove(HeaderNames.Cookie);
        var passed = PortalCookies.OfSigningIn
            .Where(name => http.Request.Cookies[name] is { Length: > 0 })
                .Select(name => $"{name}={http.Request.Cookies[name]}").ToList();
        if (passed.Count > 0)
        {
            request.Headers.AddFromOutside(HeaderNames.Cookie, string.Join("; ", passed));
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (response.Headers.TryGetValues(HeaderNames.SetCookie, out var cookies))
        {
            foreach (var cookie in cookies.Where(
                    cookie => cookie.StartsWith(PortalCookies.Prefix, StringComparison.Ordinal)))
            {
                http.Response.Headers.Append(HeaderNames.SetCookie, cookie);
            }
        }

        return response;
    }
}
