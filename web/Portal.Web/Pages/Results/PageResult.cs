using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Web.Api;

namespace Portal.Web.Pages.Results;

/// <summary>Answers with a page.</summary>
internal static class PageResult
{
    /// <summary>
    /// The page with its parameters: <c>PageResult.Of&lt;ClientPage&gt;(new { Client = client })</c>.
    /// </summary>
    /// <param name="parameters">An object whose properties are the page's parameters; null for none.</param>
    /// <param name="status">HTTP status; 422 for a form that the page itself shows again with what is wrong.</param>
    public static RazorComponentResult<TPage> Of<TPage>(object? parameters = null, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new(parameters ?? new object()) { StatusCode = status };

    /// <summary>
    /// The page with what a service refused, under the status of the refusal and with its Retry-After. Where nothing
    /// but a fresh second factor is missing, that is asked for instead, and the form goes on by itself; so no page has
    /// to see to it.
    /// </summary>
    /// <param name="parameters">An object whose properties are the page's parameters.</param>
    /// <param name="problem">Why what was sent is shown again; null when nothing was refused.</param>
    public static IResult Of<TPage>(object parameters, ApiProblem? problem)
        where TPage : IComponent =>
        problem switch
        {
            null => Of<TPage>(parameters),
            { IsStale: true } => new ConfirmFirst(),
            _ => new RetryAfterResult(Of<TPage>(parameters, problem.Status), problem.RetryAfter),
        };
}
