using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.Access;

/// <summary>Lets through whoever is of the agency and proved a second factor a short while ago.</summary>
internal sealed class FreshSecondFactorFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return await http.RequestServices.GetRequiredService<StaffSession>()
            .CheckFreshAsync(http.RequestAborted) is { } refusal
            ? refusal.ToProblem()
            : await next(context);
    }
}
