using Microsoft.AspNetCore.Http.Extensions;
using Portal.Web.Security;

namespace Portal.Web.Pages.Confirm;

/// <summary>Answers a form that wants a fresh second factor: asks for that, keeps what was typed and goes on with it.</summary>
internal sealed class ConfirmFirst : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var request = httpContext.Request;
        var kept = await KeptForm.ReadAsync(request, httpContext.RequestAborted);
        var screen = httpContext.RequestServices.GetRequiredService<ConfirmScreen>();
        var form = new ConfirmForm
        {
            To = UriHelper.BuildRelative(request.PathBase, request.Path, request.QueryString),
            Kept = kept,
        };
        var page = await screen.ShowAsync(form, refusal: null, httpContext.RequestAborted);
        await page.ExecuteAsync(httpContext);
    }
}
