using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Portal.ServiceDefaults.Clients;
using Portal.ServiceDefaults.Tokens;
using Portal.Testing.Tokens;

namespace Portal.ServiceDefaults.Tests.Clients;

public sealed class ServiceClientTests : IAsyncLifetime
{
    private TestIssuer _issuer = null!;
    private Replica _first = null!;
    private Replica _second = null!;
    private IHost _caller = null!;

    public async ValueTask InitializeAsync()
    {
        _issuer = await TestIssuer.StartAsync();
        _first = await Replica.StartAsync();
        _second = await Replica.StartAsync();
        _caller = CallerWith(_issuer.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        _caller.Dispose();
        await _first.DisposeAsync();
        await _second.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Fact]
    public async Task Calls_go_to_the_replicas_in_turn_with_one_token_for_all()
    {
        for (var call = 0; call < 6; call++)
        {
            Assert.Equal("/documents/7?size=a4", await Documents.GetAsync("documents/7?size=a4"));
        }

        Assert.Equal((3, 3), (_first.Tokens.Count, _second.Tokens.Count));
        Assert.StartsWith(
            "Bearer ey", Assert.Single(_first.Tokens.Concat(_second.Tokens).Distinct()), StringComparison.Ordinal);
        Assert.Equal(1, _issuer.TokenRequests);
    }

    [Fact]
    public async Task Many_calls_at_once_ask_for_one_token()
    {
        await Parallel.ForAsync(
            0, 40, TestContext.Current.CancellationToken, async (_, _) => await Documents.GetAsync("documents/7"));

        Assert.Equal(1, _issuer.TokenRequests);
    }

    [Fact]
    public async Task A_dead_replica_is_skipped()
    {
        await _first.StopAsync();

        for (var call = 0; call < 6; call++)
        {
            Assert.Equal("/documents/7", await Documents.GetAsync("documents/7"));
        }

        Assert.Equal(6, _second.Tokens.Count);
    }

    [Fact]
    public async Task A_call_that_may_be_made_twice_is_repeated_when_the_service_can_not_at_the_moment()
    {
        _first.Answers.Enqueue(HttpStatusCode.ServiceUnavailable);
        _second.Answers.Enqueue(HttpStatusCode.BadGateway);

        Assert.Equal("/documents/7", await Documents.GetAsync("documents/7"));
        Assert.Equal(3, _first.Tokens.Count + _second.Tokens.Count);
    }

    [Fact]
    public async Task A_post_is_not_repeated()
    {
        _first.Answers.Enqueue(HttpStatusCode.ServiceUnavailable);
        _second.Answers.Enqueue(HttpStatusCode.ServiceUnavailable);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Documents.PostAsync("documents"));
        Assert.Equal(1, _first.Tokens.Count + _second.Tokens.Count);
    }

    [Fact]
    public async Task A_refusal_is_not_repeated()
    {
        _first.Answers.Enqueue(HttpStatusCode.NotFound);
        _second.Answers.Enqueue(HttpStatusCode.NotFound);

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => Documents.GetAsync("documents/7"));
        Assert.Equal(HttpStatusCode.NotFound, failure.StatusCode);
        Assert.Equal(1, _first.Tokens.Count + _second.Tokens.Count);
    }

    [Fact]
    public async Task A_token_that_is_refused_is_replaced_once()
    {
        _first.Answers.Enqueue(HttpStatusCode.Unauthorized);
        _second.Answers.Enqueue(HttpStatusCode.Unauthorized);

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => Documents.GetAsync("documents/7"));
        Assert.Equal(HttpStatusCode.Unauthorized, failure.StatusCode);
        Assert.Equal(2, _first.Tokens.Concat(_second.Tokens).Distinct().Count());
        Assert.Equal("/documents/7", await Documents.GetAsync("documents/7"));
        Assert.Equal(2, _issuer.TokenRequests);
    }

    [Fact]
    public async Task A_caller_that_gives_up_does_not_put_a_replica_to_rest()
    {
        using var given = new CancellationTokenSource();
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Documents.GetAsync("documents/7", given.Token));

        await Documents.GetAsync("documents/7");
        await Documents.GetAsync("documents/7");

        Assert.Equal((1, 1), (_first.Tokens.Count, _second.Tokens.Count));
    }

    [Fact]
    public async Task A_service_without_credentials_does_not_start()
    {
        var settings = new Dictionary<string, string?>(_issuer.Settings) { ["ServiceClient:Secret"] = "" };
        using var caller = CallerWith(settings);

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(
            () => caller.StartAsync(TestContext.Current.CancellationToken));
        Assert.Contains("ServiceClient__Secret", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_is_never_written_into_a_log()
    {
        var token = new ServiceToken("ey-secret", DateTimeOffset.UnixEpoch);

        Assert.DoesNotContain("ey-secret", $"{token}", StringComparison.Ordinal);
    }

    private DocumentsClient Documents => _caller.Services.GetRequiredService<DocumentsClient>();

    private IHost CallerWith(IReadOnlyDictionary<string, string?> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["services:certificate:http:0"] = _first.Address,
            ["services:certificate:http:1"] = _second.Address,
        });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddServiceClient<DocumentsClient>("certificate", Scopes.DocumentsRead);
        return builder.Build();
    }

    private sealed class DocumentsClient(HttpClient http)
    {
        public Task<string> GetAsync(string path, CancellationToken? cancellationToken = null) =>
            http.GetStringAsync(
                new Uri(path, UriKind.Relative), cancellationToken ?? TestContext.Current.CancellationToken);

        public async Task<HttpStatusCode> PostAsync(string path)
        {
            using var response = await http.PostAsync(
                new Uri(path, UriKind.Relative), content: null, TestContext.Current.CancellationToken);
            return response.StatusCode;
        }
    }
}
