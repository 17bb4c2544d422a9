using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Portal.ServiceDefaults.Clients;
using Portal.ServiceDefaults.Tokens;
using Portal.Testing.Tokens;

namespace Portal.ServiceDefaults.Tests.Clients;

public sealed class ServiceTokensTests
{
    [Fact]
    public async Task A_token_is_kept_until_shortly_before_it_expires()
    {
        await using var issuer = await TestIssuer.StartAsync();
        var clock = new Clock();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(issuer.Settings);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.AddServiceClient<HttpClient>("certificate", Scopes.DocumentsRead);
        using var host = builder.Build();
        var tokens = host.Services.GetRequiredService<ServiceTokens>();

        var first = await tokens.GetAsync("documents.read", TestContext.Current.CancellationToken);
        clock.Now += TimeSpan.FromMinutes(13);
        Assert.Same(first, await tokens.GetAsync("documents.read", TestContext.Current.CancellationToken));
        clock.Now += TimeSpan.FromMinutes(1.5);
        Assert.NotSame(first, await tokens.GetAsync("documents.read", TestContext.Current.CancellationToken));
        Assert.Equal(2, issuer.TokenRequests);
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
