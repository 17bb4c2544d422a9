using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Portal.ServiceDefaults.Requests;
using Portal.ServiceDefaults.Tokens;

namespace Portal.ServiceDefaults.Tests;

/// <summary>
/// A service with the defaults and routes: three by scope, one that names no policy, one that reads a body, one that
/// reads JSON, one that reads its address.
/// </summary>
internal sealed class SampleService : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SampleService(IReadOnlyDictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseUrls("http://127.0.0.1:0")
            .ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 1024);
        builder.AddServiceDefaults();
        _app = builder.Build();
        _app.UseServiceDefaults();
        _app.MapGet(
            "/policies", (HttpContext http) => new { subject = http.User.Subject(), agency = http.User.AgencyId() })
            .RequireScope(Scopes.PoliciesRead);
        _app.MapMethods("/changes", ["POST", "PUT", "PATCH", "DELETE"], () => ++Changes)
            .RequireScope(Scopes.PoliciesWrite);
        _app.MapGet("/forgotten", () => "open?");
        _app.MapPost("/bodies", async (HttpRequest request, CancellationToken cancellationToken) =>
        {
            using var reader = new StreamReader(request.Body);
            return await reader.ReadToEndAsync(cancellationToken);
        }).AllowAnonymous();
        _app.MapPost("/texts", (Texts texts) => texts.Name).AllowAnonymous();
        _app.MapGet("/sounds", ([AsParameters] Sounds sounds) => $"\"{sounds.Tone?.Value}\"").AllowAnonymous();
        _app.MapGet("/internal/v1/secrets", () => "between services").RequireScope(Scopes.RenewalsRead);
    }

    /// <summary>What a request says in words.</summary>
    public sealed record Texts(
        string Name,
        IReadOnlyList<string?>? More,
        Part? Inner = null,
        IReadOnlyList<Part>? List = null,
        IReadOnlyDictionary<string, decimal>? Amounts = null);

    /// <summary>A part of it.</summary>
    public sealed record Part(DateOnly? Day = null, Tone? Tone = null);

    /// <summary>How loud it is said.</summary>
    public enum Tone
    {
        Quiet,
        VeryLoud,
    }

    /// <summary>What an address says.</summary>
    public sealed record Sounds(
        [
            FromQuery(Name = "client"),
        ] Guid? Client, [FromQuery(Name = "size")] int Size, [FromQuery(Name = "tone")] SnakeCaseEnum<Tone>? Tone);

    public HttpClient Client { get; } = new();

    /// <summary>How often an unsafe request reached its route.</summary>
    public int Changes { get; private set; }

    public static async Task<SampleService> StartAsync(IReadOnlyDictionary<string, string?> settings)
    {
        var service = new SampleService(settings);
        await service._app.StartAsync();
        service.Client.BaseAddress = new Uri(service._app.Urls.Single());
        return service;
    }

    public Task<HttpResponseMessage> GetAsync(string path, string? token) => SendAsync("GET", path, token);

    public async Task<HttpResponseMessage> SendAsync(string method, string path, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), path);
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        }

        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
