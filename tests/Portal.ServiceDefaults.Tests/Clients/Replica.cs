using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Portal.ServiceDefaults.Tests.Clients;

/// <summary>
/// One replica of a service that notes who calls it, and answers with the statuses it was told, then with 200.
/// </summary>
internal sealed class Replica : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Replica(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        _app = builder.Build();
        _app.Run(async context =>
        {
            if (Hangs)
            {
                await Task.Delay(Timeout.Infinite, context.RequestAborted)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return;
            }

            lock (Tokens)
            {
                Tokens.Add(context.Request.Headers.Authorization.ToString());
            }

            context.Response.StatusCode = (int)(Answers.TryDequeue(out var status) ? status : HttpStatusCode.OK);
            await context.Response.WriteAsync(context.Request.Path + context.Request.QueryString);
        });
    }

    public System.Collections.Concurrent.ConcurrentQueue<HttpStatusCode> Answers { get; } = new();

    /// <summary>Whether it takes requests and answers none.</summary>
    public bool Hangs { get; set; }

    /// <summary>Authorization header of each call, in order.</summary>
    public List<string> Tokens { get; } = [];

    public string Address => _app.Urls.Single();

    public static async Task<Replica> StartAsync()
    {
        var replica = new Replica(port: 0);
        await replica._app.StartAsync();
        return replica;
    }

    public Task StopAsync() => _app.StopAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
