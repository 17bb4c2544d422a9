using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Portal.Architecture.Tests.Support;

namespace Portal.Architecture.Tests.Api;

/// <summary>A service's OpenAPI document, as it is today and as it is committed in <c>docs/openapi</c>.</summary>
internal static class ApiDescription
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Read = new(StringComparer.Ordinal);

    /// <summary>Where a service's document is committed.</summary>
    public static string PathOf(string service) =>
        Path.Combine(House.Root, "docs", "openapi", $"{service.ToLowerInvariant()}.json");

    /// <summary>The committed document; an empty one where there is none yet.</summary>
    public static string Committed(string service) =>
        File.Exists(PathOf(service)) ? File.ReadAllText(PathOf(service)) : "{}";

    /// <summary>What the service answers under <c>/openapi/v1.json</c> today.</summary>
    public static Task<string> TodayAsync(string service, CancellationToken cancellationToken) =>
        Read.GetOrAdd(
            service, name => new Lazy<Task<string>>(() => ReadAsync(name))).Value.WaitAsync(cancellationToken);

    /// <summary>Today's document, parsed.</summary>
    public static async Task<JsonObject> ParsedAsync(string service, CancellationToken cancellationToken) =>
        JsonNode.Parse(await TodayAsync(service, cancellationToken))!.AsObject();

    private static async Task<string> ReadAsync(string service)
    {
        await using var app = ServiceApp.Build(service, ServiceApp.WithoutWork);
        await app.StartAsync();
        var documents = app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1");
        var document = await documents.GetOpenApiDocumentAsync();
        return await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1) + "\n";
    }
}
