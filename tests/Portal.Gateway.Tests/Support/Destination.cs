using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Portal.Gateway.Tests.Support;

/// <summary>
/// A real service behind the gateway; answers as a test tells it to, and with what it was asked otherwise.
/// </summary>
internal sealed class Destination : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Destination(Action<WebApplication>? map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0")
            .ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        _app = builder.Build();
        _app.UseWebSockets();
        map?.Invoke(_app);
        _app.Run(async http =>
        {
            if (http.Request.Path == "/health")
            {
                http.Response.StatusCode = Healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
                return;
            }

            Interlocked.Increment(ref _requests);
            await Answer(http);
        });
    }

    private int _requests;

    /// <summary>Requests that got through, health checks not counted.</summary>
    public int Requests => _requests;

    public bool Healthy { get; set; } = true;

    public RequestDelegate Answer { get; set; } = EchoAsync;

    public string Address => _app.Urls.Single();

    /// <summary>Starts it; what <paramref name="map"/> maps is answered before anything else.</summary>
    public static async Task<Destination> StartAsync(Action<WebApplication>? map = null)
    {
        var destination = new Destination(map);
        await destination._app.StartAsync();
        return destination;
    }

    public Task StopAsync() => _app.StopAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task EchoAsync(HttpContext http)
    {
        long bytes = 0;
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await http.Request.Body.ReadAsync(buffer)) > 0)
        {
            bytes += read;
        }

        await http.Response.WriteAsJsonAsync(new Echo(
            http.Request.Method,
            http.Request.Path + http.Request.QueryString,
            bytes,
            http.Request.Headers.ToDictionary(
                header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
    }
}
