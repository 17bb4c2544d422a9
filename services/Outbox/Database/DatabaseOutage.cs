using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Portal.Outbox.Database;

/// <summary>
/// Answers 503 <c>database-unavailable</c> with Retry-After, instead of a 500, to a request that failed because the database
/// does not answer at the moment: it starts again, refuses connections, or broke off a transaction that may be tried again.
/// </summary>
internal sealed partial class DatabaseOutage(IProblemDetailsService problems, ILogger<DatabaseOutage> log) : IExceptionHandler
{
    private const int RetryAfterSeconds = 5;

    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancellationToken)
    {
        if (FindIn(exception) is not { } outage)
        {
            return false;
        }

        Refused(http.Request.Method, outage.Message);
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = http,
            Exception = exception,
            ProblemDetails =
            {
                Status = StatusCodes.Status503ServiceUnavailable,
                Detail = "The database does not answer at the moment; try again in a few seconds.",
                Extensions = { ["code"] = "database-unavailable" },
            },
        });
    }

    /// <summary>
    /// What tells of an outage in an exception. EF Core wraps what the driver threw, once or twice.
    /// </summary>
    /// <returns>Null where the failure is of another kind, such as a statement that the database refuses.</returns>
    public static NpgsqlException? FindIn(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is NpgsqlException { IsTransient: true } outage)
            {
                return outage;
            }
        }

        return null;
    }

    [LoggerMessage(LogLevel.Warning, "{Method} was answered with 503: {Reason}")]
    private partial void Refused(string method, string reason);
}
