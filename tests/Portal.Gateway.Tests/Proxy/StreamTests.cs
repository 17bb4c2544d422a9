using System.Net;
using Microsoft.AspNetCore.Http;
using Portal.Gateway.Tests.Support;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Gateway.Tests.Proxy;

public sealed class StreamTests
{
    private const string Routes = """
        { "routes": [
          { "name": "events", "service": "certificate", "path": "/api/v1/distributions/{id:guid}/events", "methods": ["GET"],
            "policy": "distributions.read", "limit": "read", "timeoutSeconds": 1, "stream": true }
        ] }
        """;

    [Fact]
    public async Task Events_arrive_one_by_one_and_no_time_runs_out()
    {
        await using var gateway = await RunningGateway.StartAsync(Routes);
        var next = new SemaphoreSlim(0);
        gateway.First.Answer = gateway.Second.Answer = async http =>
        {
            http.Response.ContentType = "text/event-stream";
            for (var number = 1; number <= 3; number++)
            {
                await http.Response.WriteAsync($"data: {number}\n\n");
                await http.Response.Body.FlushAsync();
                await next.WaitAsync(http.RequestAborted);
            }
        };

        using var response = await gateway.GetAsync(
            $"/api/v1/distributions/{Guid.CreateVersion7()}/events", gateway.Token(Scopes.DistributionsRead));
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        using var events = new StreamReader(
            await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));

        Assert.Equal("data: 1", await NextAsync(events));
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        next.Release();
        Assert.Equal("data: 2", await NextAsync(events));
        next.Release();
        Assert.Equal("data: 3", await NextAsync(events));
    }

    [Fact]
    public async Task A_listener_that_leaves_is_noticed_by_the_service()
    {
        await using var gateway = await RunningGateway.StartAsync(Routes);
        var left = new TaskCompletionSource();
        gateway.First.Answer = gateway.Second.Answer = async http =>
        {
            http.RequestAborted.Register(left.SetResult);
            await http.Response.WriteAsync("data: 1\n\n");
            await http.Response.Body.FlushAsync();
            await left.Task;
        };

        using (
            var response = await gateway.GetAsync(
                $"/api/v1/distributions/{Guid.CreateVersion7()}/events", gateway.Token(Scopes.DistributionsRead)))
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        await left.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    private static async Task<string?> NextAsync(StreamReader events)
    {
        var line = await events.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.Equal("", await events.ReadLineAsync(TestContext.Current.CancellationToken));
        return line;
    }
}
