using System.Globalization;

namespace Portal.Web.Pages.Results;

/// <summary>A page that says what was refused, with how long to wait before it may be tried again.</summary>
internal sealed class RetryAfterResult(IResult page, TimeSpan? retryAfter) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (retryAfter is { } wait)
        {
            // Whole seconds (RFC 9110, section 10.2.3).
            httpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds)
                .ToString(CultureInfo.InvariantCulture);
        }

        return page.ExecuteAsync(httpContext);
    }
}
