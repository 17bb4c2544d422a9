using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Portal.ServiceDefaults.OpenApi;

/// <summary>The service's description of its API at <c>/openapi/v1.json</c>, open to everyone.</summary>
internal static class OpenApiExtensions
{
    private const string Internal = "internal/";

    public static void AddApiDescription(this IHostApplicationBuilder builder) => builder.Services.AddOpenApi(options =>
    {
        // What services ask each other does not pass the gateway, and is nobody else's to know.
        options.ShouldInclude = route => route.RelativePath?.StartsWith(
            Internal, StringComparison.OrdinalIgnoreCase) is not true;
        options.CreateSchemaReferenceId = json =>
            FormOfParameter.IsForm(json.Type) ? null : OpenApiOptions.CreateDefaultSchemaReferenceId(json);
        options.AddDocumentTransformer<TokenScheme>();
        options.AddOperationTransformer<ScopeOfOperation>();
        options.AddOperationTransformer<ProblemOfOperation>();
        options.AddOperationTransformer<FormOfParameter>();
    });

    public static void MapApiDescription(this WebApplication app) => app.MapOpenApi().AllowAnonymous();
}
