using Microsoft.AspNetCore.Http.Extensions;
using Portal.Web.Security;

namespace Portal.Web.Pages.Results;

/// <summary>
/// Answers a form that wants a fresh second factor: asks for that, keeps what was typed and goes on with it.
/// </summary>
internal sealed class ConfirmFirst : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var request = httpContext.Request;
        var kept = await KeptForm.ReadAsync(request, httpContext.RequestAborted);
        var prompt = httpContext.RequestServices.GetRequiredService<ISecondFactorPrompt>();
        var returnTo = UriHelper.BuildRelative(request.PathBase, request.Path, request.QueryString);
        var page = await prompt.AskAsync(returnTo, kept, httpContext.RequestAborted);
        await page.ExecuteAsync(httpContext);
    }
}
