using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Identity.Features.Tokens;
using Portal.Identity.Keys;
using Portal.Identity.Storage;
using Portal.ServiceDefaults;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Identity.Tests.Support;

/// <summary>Identity as it runs in Development, over HTTP, on a real database and broker.</summary>
internal sealed class IdentityHost : IAsyncDisposable
{
    public const string Issuer = "https://portal.test";
    public const string PartnerId = "demo-partner";

    /// <summary>Long enough, and with every character that an encoding could spoil.</summary>
    public const string PartnerSecret = "s3cr%t:+ &=ü/?#-0123456789-abcdef";

    public const string ServiceId = "svc-notification";
    public const string ServiceSecret = "0123456789abcdef0123456789abcdef";

    public const string GatewayId = "svc-gateway";
    public const string GatewaySecret = "fedcba9876543210fedcba9876543210";

    public static readonly Guid DemoAgency = Guid.Parse("01989f3e-5c00-7a11-9b3e-4a1de2c0a001");

    private readonly WebApplication _app;

    private IdentityHost(WebApplication app) => _app = app;

    public HttpClient Client { get; } = new();

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts a replica.</summary>
    public static async Task<IdentityHost> StartAsync(
        IdentityEnvironment environment, params (string Key, string? Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders();
        builder.Configuration.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.Development.json"));
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:identitydb"] = environment.Database,
            ["ConnectionStrings:rabbitmq"] = environment.Broker,
            ["Identity:Issuer"] = Issuer,
            ["Identity:KeyProtection"] = environment.KeyProtection,
            ["CodeProtection:Key"] = environment.KeyProtection,
            [$"ServiceClients:{ServiceId}"] = ServiceSecret,
            [$"ServiceClients:{GatewayId}"] = GatewaySecret,
            ["Demo:PartnerClientId"] = PartnerId,
            ["Demo:PartnerClientSecret"] = PartnerSecret,
        });
        builder.Configuration.AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)));
        builder.WebHost.UseUrls(builder.Configuration["Urls"] ?? "http://127.0.0.1:0");
        if (environment.Clock is { } clock)
        {
            builder.Services.AddSingleton(clock);
        }

        builder.AddServiceDefaults();
        builder.AddIdentityServices();
        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapIdentityApi();
        var host = new IdentityHost(app);
        try
        {
            await app.StartAsync(TestContext.Current.CancellationToken);
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }

        host.Client.BaseAddress = new Uri(app.Urls.Single());
        return host;
    }

    /// <summary>Asks the token endpoint; parameters as in the body.</summary>
    public Task<HttpResponseMessage> AskTokenAsync(string? authorization, params (string Name, string Value)[] form) =>
        AskAsync("/connect/token", authorization, form);

    /// <summary>Asks an endpoint of OAuth; parameters as in the body.</summary>
    public async Task<HttpResponseMessage> AskAsync(
        string path, string? authorization, params (string Name, string Value)[] form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(form.Select(one => KeyValuePair.Create(one.Name, one.Value))),
        };
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Value of the Authorization header by RFC 6749, section 2.3.1.</summary>
    public static string Basic(string id, string secret) => "Basic " + Convert.ToBase64String(
        Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(id)}:{Uri.EscapeDataString(secret)}"));

    /// <summary>An access token of the demo's partner.</summary>
    public Task<string> PartnerTokenAsync() => TokenAsync(PartnerId, PartnerSecret);

    /// <summary>An access token of the gateway's own.</summary>
    public Task<string> GatewayTokenAsync() => TokenAsync(GatewayId, GatewaySecret);

    public async Task<string> TokenAsync(string id, string secret)
    {
        using var response = await AskTokenAsync(Basic(id, secret), ("grant_type", "client_credentials"));
        return (await response.ReadAsync<TokenAnswer>()).AccessToken;
    }

    /// <summary>An access token of Identity's own that says what a test wants said.</summary>
    public string TokenSaying(AccessTokenClaims claims, TimeSpan? lifetime = null) => _app.Services
        .GetRequiredService<TokenIssuer>().Issue(claims, lifetime ?? AccessTokenLifetime.Max).AccessToken;

    public Task<HttpResponseMessage> GetAsync(string path, string? token = null) =>
        SendAsync(HttpMethod.Get, path, token);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? token, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : JsonContent.Create(body),
        };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Reads what is there, as what it was written from.</summary>
    public async Task<T> ReadAsync<T>(string path, string? token = null)
    {
        using var response = await GetAsync(path, token);
        return await response.ReadAsync<T>();
    }

    /// <summary>Reads what is there as JSON, for whoever looks at its very shape.</summary>
    public async Task<JsonElement> ReadJsonAsync(string path, string? token = null)
    {
        using var response = await GetAsync(path, token);
        return await response.JsonAsync();
    }

    /// <summary>Looks into the database, past every filter.</summary>
    public Task<T> InDatabaseAsync<T>(Func<IdentityDb, Task<T>> look) =>
        InScopeAsync(services => look(services.GetRequiredService<IdentityDb>()));

    /// <summary>Works with Identity's own parts, past every filter.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AgencyScope>().Unbind();
        return await work(scope.ServiceProvider);
    }

    /// <summary>Changes the database, past every filter.</summary>
    public Task ChangeAsync(Action<IServiceProvider> change) => InScopeAsync(async services =>
    {
        change(services);
        return await services.GetRequiredService<IdentityDb>().SaveChangesAsync();
    });

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
