using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Portal.Certificate.Tests.Support;

/// <summary>Takes the place of Policy and knows which renewals were promised.</summary>
internal sealed class FakePolicy : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakePolicy()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/internal/v1/renewals/{id:guid}", (Guid id) =>
            Down ? Results.StatusCode(StatusCodes.Status500InternalServerError)
            : Promised.TryGetValue(id, out var renewal) ? Results.Json(renewal)
            : Results.NotFound());
    }

    public ConcurrentDictionary<Guid, object> Promised { get; } = new();

    public bool Down { get; set; }

    public string Address => _app.Urls.Single();

    public static async Task<FakePolicy> StartAsync()
    {
        var policy = new FakePolicy();
        await policy._app.StartAsync();
        return policy;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
