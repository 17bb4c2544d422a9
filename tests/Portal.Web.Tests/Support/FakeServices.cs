using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Portal.ServiceDefaults;

namespace Portal.Web.Tests.Support;

/// <summary>
/// Stands where Policy, Certificate and Notification stand, as far as the broker's pages ask for them.
/// </summary>
internal sealed class FakeServices : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        .UsePortalConventions();

    private readonly WebApplication _app;

    private FakeServices()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Use(async (http, next) =>
        {
            Requests.Add(http.Request.Path + http.Request.QueryString);
            if (IsDown)
            {
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return;
            }

            await next(http);
        });
        new FakePolicyApi(Clients).Map(_app);
        new FakeCertificateApi(Clients, Distribution).Map(_app);
        new FakeImportApi(Imports).Map(_app);
    }

    public FakeClients Clients { get; } = new();

    public FakeDistribution Distribution { get; } = new();

    /// <summary>Paths that were asked for, with their queries.</summary>
    public ConcurrentBag<string> Requests { get; } = [];

    /// <summary>Imports by their id.</summary>
    public ConcurrentDictionary<Guid, FakeImport> Imports { get; } = new();

    /// <summary>Whether none of them answers.</summary>
    public bool IsDown { get; set; }

    public string Address => _app.Urls.Single();

    public static async Task<FakeServices> StartAsync()
    {
        var services = new FakeServices();
        await services._app.StartAsync();
        return services;
    }

    /// <summary>A page of a list, whose cursor is the number of rows before it.</summary>
    public static IResult PageOf<T>(
        IReadOnlyList<T> rows, string? cursor, int size = 50, Action<JsonObject>? more = null)
    {
        var first = int.TryParse(cursor, out var parsed) ? parsed : 0;
        var page = new JsonObject
        {
            ["items"] = JsonSerializer.SerializeToNode(rows.Skip(first).Take(size), Json),
            ["next"] = first + size < rows.Count
                ? (first + size).ToString(System.Globalization.CultureInfo.InvariantCulture)
                : null,
        };
        more?.Invoke(page);
        return Results.Json(page);
    }

    public static IResult Problem(int status, string code, string detail, string? field = null) => Results.Problem(
        detail,
        statusCode: status,
        extensions: new Dictionary<string, object?>
        {
            ["code"] = code,
            ["errors"] = field is null ? Array.Empty<object>() : [new { field, code, detail }],
        });

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
