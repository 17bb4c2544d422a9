using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Portal.Architecture.Tests.Support;

namespace Portal.Architecture.Tests.Api;

/// <summary>A service's OpenAPI document, as it is today and as it is committed in <c>docs/openapi</c>.</summary>
internal static class ApiDescription
{
    /// <summary>Where a service's document is committed.</summary>
    public static string PathOf(string service) =>
        Path.Combine(House.Root, "docs", "openapi", $"{service.ToLowerInvariant()}.json");

    /// <summary>What the service answers under <c>/openapi/v1.json</c> today.</summary>
    public static async Task<string> TextOfAsync(string service, CancellationToken cancellationToken)
    {
        await using var app = ServiceApp.Build(service, ServiceApp.WithoutWork);
        await app.StartAsync(cancellationToken);
        var provider = app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1");
        var document = await provider.GetOpenApiDocumentAsync(cancellationToken);
        return await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellationToken);
    }
}
