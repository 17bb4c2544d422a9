using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Portal.Web.Pages.Broker.StepOut;
using Portal.Web.Pages.Results;
using Portal.Web.Security;

namespace Portal.Web.Pages.Public.SignIn;

/// <summary>
/// Leads whoever has no session to the sign-in, and whoever's access to a client's account has ended back to their own
/// pages. A form that was sent after the session had ended is kept: it is shown with what was typed, to be sent again
/// once the person has signed in, so that no page has to see to it.
/// </summary>
internal sealed class SignInChallenge : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _framework = new();

    public async Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult)
    {
        var request = context.Request;
        if (!authorizeResult.Challenged || !ProblemPageWriter.WantsPage(request))
        {
            await _framework.HandleAsync(next, context, policy, authorizeResult);
        }
        else if (!HttpMethods.IsPost(request.Method) && request.PathBase.HasValue)
        {
            await PageResult.Of<SteppedOutPage>(status: StatusCodes.Status401Unauthorized).ExecuteAsync(context);
        }
        else if (!HttpMethods.IsPost(request.Method))
        {
            var returnTo = Uri.EscapeDataString(request.PathBase + request.Path + request.QueryString);
            context.Response.Redirect($"/sign-in?returnTo={returnTo}");
        }
        else
        {
            var form = await KeptForm.ReadAsync(request, context.RequestAborted);
            await PageResult.Of<KeptFormPage>(new { Form = form }, StatusCodes.Status401Unauthorized)
                .ExecuteAsync(context);
        }
    }
}
