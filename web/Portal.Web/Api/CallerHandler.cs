using Microsoft.Net.Http.Headers;

namespace Portal.Web.Api;

/// <summary>Asks a service with the token, the address and the browser of whoever asked for the page.</summary>
internal sealed class CallerHandler(IHttpContextAccessor accessor) : DelegatingHandler
{
    private static readonly string[] PassedOn =
        [HeaderNames.Authorization, HeaderNames.UserAgent, "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto"];

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var received = accessor.HttpContext!.Request.Headers;
        foreach (var name in PassedOn)
        {
            // An attempt may be a repetition of one that carried them already.
            request.Headers.Remove(name);
            if (received[name] is [{ } value])
            {
                request.Headers.AddFromOutside(name, value);
            }
        }

        return base.SendAsync(request, cancellationToken);
    }
}
