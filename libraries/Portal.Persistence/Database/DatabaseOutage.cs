using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Portal.ServiceDefaults.Results;

namespace Portal.Persistence.Database;

/// <summary>
/// Answers 503 <c>database-unavailable</c> with Retry-After, instead of a 500, to a request that failed because the
/// database does not answer at the moment: it starts again, refuses connections, or broke off a transaction that may be
/// tried again.
/// </summary>
internal sealed partial class DatabaseOutage(ILogger<DatabaseOutage> log) : IExceptionHandler
{
    private const int RetryAfterSeconds = 5;

    public async ValueTask<bool> TryHandleAsync(
        HttpContext http, Exception exception, CancellationToken cancellationToken)
    {
        if (exception.OfDatabase() is not { IsTransient: true } outage)
        {
            return false;
        }

        Refused(http.Request.Method, outage.Message);
        http.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        await new DatabaseUnavailable().ToProblem().ExecuteAsync(http);
        return true;
    }

    [LoggerMessage(LogLevel.Warning, "{Method} was answered with 503: {Reason}")]
    private partial void Refused(string method, string reason);
}
