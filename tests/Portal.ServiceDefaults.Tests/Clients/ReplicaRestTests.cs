using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Portal.ServiceDefaults.Clients;
using Portal.Testing.Waiting;

namespace Portal.ServiceDefaults.Tests.Clients;

/// <summary>A replica that fails is left out for a while, and what it did not take goes to another.</summary>
public sealed class ReplicaRestTests : IAsyncLifetime
{
    private const int Enough = 12;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private Replica _first = null!;
    private Replica _second = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        (_first, _second) = (await Replica.StartAsync(), await Replica.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await _first.DisposeAsync();
        await _second.DisposeAsync();
    }

    [Fact]
    public async Task What_must_not_be_made_twice_still_goes_to_another_replica_when_the_first_took_no_connection()
    {
        using var caller = CallerOf(_first.Address, _second.Address);
        await _first.StopAsync();

        for (var call = 0; call < Enough; call++)
        {
            Assert.Equal(HttpStatusCode.OK, await PostAsync(caller));
        }

        Assert.Equal(Enough, _second.Tokens.Count);
    }

    [Fact]
    public async Task One_that_failed_rests_and_comes_back_after_a_while()
    {
        using var caller = CallerOf(_first.Address, _second.Address);
        _first.Answers.Enqueue(HttpStatusCode.ServiceUnavailable);
        _first.Answers.Enqueue(HttpStatusCode.ServiceUnavailable);
        while (!_first.Answers.IsEmpty)
        {
            await PostAsync(caller);
        }

        var asked = _first.Tokens.Count;
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [await PostAsync(caller), await PostAsync(caller)]);
        Assert.Equal(asked, _first.Tokens.Count);
        await Eventually.TrueAsync(
            async () => await PostAsync(caller) == HttpStatusCode.OK && _first.Tokens.Count > asked, Stop);
    }

    [Fact]
    public async Task Where_all_have_failed_each_is_asked_again_after_a_while()
    {
        using var caller = CallerOf(_first.Address, _second.Address);
        foreach (var replica in new[] { _first, _second })
        {
            replica.Answers.Enqueue(HttpStatusCode.ServiceUnavailable);
            replica.Answers.Enqueue(HttpStatusCode.ServiceUnavailable);
        }

        for (var call = 0; call < 4; call++)
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await PostAsync(caller));
        }

        var outage = await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(caller));
        Assert.Contains("certificate", outage.Message, StringComparison.Ordinal);
        var (first, second) = (_first.Tokens.Count, _second.Tokens.Count);
        await Eventually.TrueAsync(
            async () => await AnswersAsync(caller) && _first.Tokens.Count > first && _second.Tokens.Count > second,
            Stop);
    }

    [Fact]
    public async Task One_that_is_alone_is_asked_however_often_it_failed()
    {
        using var caller = CallerOf(_first.Address, second: null);
        for (var call = 0; call < Enough; call++)
        {
            _first.Answers.Enqueue(HttpStatusCode.ServiceUnavailable);
        }

        for (var call = 0; call < Enough; call++)
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await PostAsync(caller));
        }

        Assert.Equal(HttpStatusCode.OK, await PostAsync(caller));
    }

    [Fact]
    public async Task One_that_hangs_costs_the_time_of_an_attempt_and_another_is_asked()
    {
        using var caller = CallerOf(_first.Address, _second.Address, ("ServiceCalls:AttemptTimeout", "00:00:01"));
        _first.Hangs = true;

        for (var call = 0; call < 6; call++)
        {
            Assert.Equal("/documents/7", await GetAsync(caller));
        }
    }

    [Fact]
    public async Task One_that_hangs_alone_is_told_as_an_outage()
    {
        using var caller = CallerOf(_first.Address, second: null, ("ServiceCalls:AttemptTimeout", "00:00:00.200"));
        _first.Hangs = true;

        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(caller));
    }

    [Fact]
    public async Task A_service_without_an_address_is_told_by_its_setting()
    {
        using var caller = CallerOf(first: null, second: null);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => PostAsync(caller));
        Assert.Contains("services__certificate__http__0", failure.Message, StringComparison.Ordinal);
    }

    private static IHost CallerOf(string? first, string? second, params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Configuration.AddInMemoryCollection(new[] { first, second }.OfType<string>()
            .Select((address, number) => KeyValuePair.Create($"services:certificate:http:{number}", (string?)address)));
        builder.AddReplicaClient("documents", "certificate");
        return builder.Build();
    }

    private static async Task<HttpStatusCode> PostAsync(IHost caller)
    {
        using var client = caller.Services.GetRequiredService<IHttpClientFactory>().CreateClient("documents");
        using var response = await client.PostAsync(new Uri("documents", UriKind.Relative), content: null, Stop);
        return response.StatusCode;
    }

    private static async Task<string> GetAsync(IHost caller)
    {
        using var client = caller.Services.GetRequiredService<IHttpClientFactory>().CreateClient("documents");
        return await client.GetStringAsync(new Uri("documents/7", UriKind.Relative), Stop);
    }

    private static async Task<bool> AnswersAsync(IHost caller)
    {
        try
        {
            return await PostAsync(caller) == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
