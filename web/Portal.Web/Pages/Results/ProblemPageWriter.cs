using System.Net.Mime;

namespace Portal.Web.Pages.Results;

/// <summary>Writes what went wrong as a page for browsers; whoever did not ask for HTML gets problem details.</summary>
internal sealed class ProblemPageWriter : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => WantsPage(context.HttpContext.Request);

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var status = context.ProblemDetails.Status ?? context.HttpContext.Response.StatusCode;
        await PageResult.Of<ErrorPage>(new { Status = status, context.ProblemDetails.Detail }, status)
            .ExecuteAsync(context.HttpContext);
    }

    public static bool WantsPage(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(
            type => type.MediaType.Equals(MediaTypeNames.Text.Html, StringComparison.OrdinalIgnoreCase));
}
