using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Portal.ServiceDefaults.OpenApi;

/// <summary>The service's description of its API at <c>/openapi/v1.json</c>, open to everyone.</summary>
internal static class OpenApiExtensions
{
    public static void AddApiDescription(this IHostApplicationBuilder builder) => builder.Services.AddOpenApi(options =>
    {
        options.AddDocumentTransformer<TokenScheme>();
        options.AddOperationTransformer<ScopeOfOperation>();
    });

    public static void MapApiDescription(this WebApplication app) => app.MapOpenApi().AllowAnonymous();
}
