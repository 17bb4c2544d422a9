using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Portal.Web.Pages;

/// <summary>Answers with a page.</summary>
internal static class Page
{
    /// <summary>The page with its parameters: <c>Page.Of&lt;ClientPage&gt;(new { Client = client })</c>.</summary>
    /// <param name="parameters">An object whose properties are the page's parameters; null for none.</param>
    /// <param name="status">HTTP status; 422 for a form that is shown again with what is wrong.</param>
    public static RazorComponentResult<TPage> Of<TPage>(object? parameters = null, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new(parameters ?? new object()) { StatusCode = status };
}
