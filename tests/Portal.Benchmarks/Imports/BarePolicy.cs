using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Portal.Policies;
using Portal.ServiceDefaults;
using Portal.Testing;
using Portal.Testing.Tokens;

namespace Portal.Benchmarks.Imports;

/// <summary>Policy by itself with a database and a broker, and a partner who imports.</summary>
internal sealed class BarePolicy : IAsyncDisposable
{
    private readonly Servers _servers;
    private readonly WebApplication _app;
    private readonly TestIssuer _issuer;

    private BarePolicy(Servers servers, WebApplication app, TestIssuer issuer)
    {
        (_servers, _app, _issuer) = (servers, app, issuer);
        Partner = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        Partner.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", issuer.PartnerToken(Guid.CreateVersion7(), "imports.read", "imports.write"));
    }

    public HttpClient Partner { get; }

    public static async Task<BarePolicy> StartAsync(CancellationToken cancellationToken)
    {
        var servers = new Servers();
        var issuer = await TestIssuer.StartAsync();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(issuer.Settings)
        {
            ["ConnectionStrings:policydb"] = await servers.CreateDatabaseAsync("policy", cancellationToken),
            ["ConnectionStrings:rabbitmq"] = await servers.CreateVirtualHostAsync(cancellationToken),
        });
        builder.AddServiceDefaults();
        builder.AddPolicyServices();
        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapPolicyApi();
        await app.StartAsync(cancellationToken);
        return new BarePolicy(servers, app, issuer);
    }

    public async ValueTask DisposeAsync()
    {
        Partner.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _issuer.DisposeAsync();
        await _servers.DisposeAsync();
    }
}
