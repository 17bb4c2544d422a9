using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Portal.ServiceDefaults.Operations;

/// <summary>
/// Commands of whoever operates the portal, which the app host gives at a service's own address. The gateway leads to
/// nothing below <c>/internal</c>, and a command wants the secret that the app host gave the service.
/// </summary>
public static class OperationExtensions
{
    /// <summary>Where the commands are.</summary>
    public const string Path = "/internal/operations";

    /// <summary>Adds what judges whether a command may be given.</summary>
    public static void AddOperations(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<OperationsOptions>().BindConfiguration(OperationsOptions.Section);
        builder.Services.TryAddSingleton<OperatorSecret>();
    }

    /// <summary>The group in which a service maps its own commands.</summary>
    public static RouteGroupBuilder MapOperations(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(Path).WithTags("Operations").ExcludeFromDescription();
        group.RequireAuthorization(policy => policy.RequireAssertion(IsOperator));
        return group;
    }

    private static bool IsOperator(AuthorizationHandlerContext context) =>
        context.Resource is HttpContext http
            && http.RequestServices.GetRequiredService<OperatorSecret>().IsBroughtBy(http);
}
