using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Portal.ServiceDefaults.Results;

/// <summary>The one place where expected failures become problem details (RFC 9457).</summary>
public static class ProblemResults
{
    /// <summary>
    /// Failures that one answer lists. A small request can have any number, and its answer must not grow with each.
    /// </summary>
    public const int MostListed = 200;

    /// <summary>
    /// Characters of a field's path that an answer repeats, since a part of it can be the caller's own word.
    /// </summary>
    private const int LongestField = 200;

    private const int SecondsUntilAvailable = 2;

    /// <summary>
    /// Problem details for a failure: <c>code</c> is stable, <c>errors</c> names the field where there is one, and the
    /// trace id is added by the problem details service.
    /// </summary>
    public static ProblemHttpResult ToProblem(this Error error) => ToProblem([error]);

    /// <summary>
    /// Problem details for several failures of one request; the first decides status and code, <c>errors</c> lists
    /// those that name a field, <see cref="MostListed"/> at the most.
    /// </summary>
    public static ProblemHttpResult ToProblem(this IReadOnlyList<Error> errors)
    {
        ArgumentOutOfRangeException.ThrowIfZero(errors.Count);
        var first = errors[0];
        var fields = errors
            .Where(error => error.Field is not null).Take(MostListed)
            .Select(error => new FieldProblem(Shortened(error.Field!), error.Code, error.Detail))
            .ToArray();
        var extensions = new Dictionary<string, object?> { ["code"] = first.Code };
        if (fields.Length > 0)
        {
            extensions["errors"] = fields;
        }

        return TypedResults.Problem(
            detail: first.Detail,
            statusCode: StatusOf(first),
            extensions: extensions);
    }

    /// <inheritdoc cref="ToProblem(IReadOnlyList{Error})"/>
    /// <param name="failed">A result that failed.</param>
    public static ProblemHttpResult ToProblem<T>(this Result<T> failed)
    {
        ArgumentNullException.ThrowIfNull(failed);
        return failed.Errors.ToProblem();
    }

    /// <summary>
    /// Answers a request with the failure, and with Retry-After (RFC 9110, section 10.2.3) where it will pass.
    /// </summary>
    public static Task WriteAsync(this Error error, HttpContext http)
    {
        if (error is TooMany { RetryAfter: var wait })
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }
        else if (error is Unavailable)
        {
            http.Response.Headers.RetryAfter = SecondsUntilAvailable.ToString(CultureInfo.InvariantCulture);
        }

        return error.ToProblem().ExecuteAsync(http);
    }

    private static string Shortened(string field) => field[..Math.Min(field.Length, LongestField)];

    private static int StatusOf(Error error) => error switch
    {
        Malformed => StatusCodes.Status400BadRequest,
        TooLarge => StatusCodes.Status413PayloadTooLarge,
        UnsupportedMediaType => StatusCodes.Status415UnsupportedMediaType,
        Misdirected => StatusCodes.Status421MisdirectedRequest,
        NotFound => StatusCodes.Status404NotFound,
        Conflict => StatusCodes.Status409Conflict,
        RuleViolation => StatusCodes.Status422UnprocessableEntity,
        Unauthenticated => StatusCodes.Status401Unauthorized,
        Forbidden => StatusCodes.Status403Forbidden,
        PreconditionFailed => StatusCodes.Status412PreconditionFailed,
        TooMany => StatusCodes.Status429TooManyRequests,
        Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
