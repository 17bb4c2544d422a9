using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Portal.Notification.Tests.Support;
using Portal.Testing;
using Xunit;

namespace Portal.Notification.Tests.Features;

/// <summary>An operator holds certificates back in every replica, loses none, and lets them go.</summary>
public sealed class DrainTests(Servers servers)
{
    private const string Secret = "an-operator-of-these-tests";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_queued_after_a_drain_waits_in_every_replica_and_goes_out_once_when_it_is_over()
    {
        await using var world = await WorldAsync();
        world.Start();
        using var second = world.Start().CreateClient();
        using var first = world.Anonymous();

        Assert.Equal(("drained", 0), await CommandAsync(first, "drain"));
        var issued = Some.Issued(20);
        await world.Bus.PublishAsync(issued, Token);
        await Eventually.TrueAsync(async () => await world.AskDatabaseAsync("select count(*) from deliveries") is 20L, Token);
        await world.Bus.PublishAsync(Some.Code("73519402"), Token);
        await Eventually.TrueAsync(() => !world.Relay.Accepted.IsEmpty, Token);

        Assert.Equal(("drained", 20), await CommandAsync(second, "drain"));
        Assert.Single(world.Relay.Accepted);
        Assert.Equal("sending", (await CommandAsync(second, "resume")).State);
        await world.ToldAsync(issued);
        Assert.Equal(21, world.Mails.Distinct().Count());
        Assert.Equal(21, world.Mails.Count);
    }

    [Fact]
    public async Task A_drain_waits_for_the_batch_that_is_being_sent()
    {
        await using var world = await WorldAsync();
        var release = new TaskCompletionSource();
        var held = new TaskCompletionSource();
        world.Relay.Script = command =>
        {
            if (command.StartsWith("RCPT TO:<holder", StringComparison.Ordinal))
            {
                held.TrySetResult();
                release.Task.Wait(Token);
            }

            return null;
        };
        world.Start();
        using var client = world.Anonymous();
        var issued = Some.Issued(3);
        await world.Bus.PublishAsync(issued, Token);
        await held.Task.WaitAsync(Token);

        var drain = CommandAsync(client, "drain");
        await Eventually.TrueAsync(
            async () => await world.AskDatabaseAsync("select count(*) from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())") is >= 1L,
            Token);
        Assert.False(drain.IsCompleted);
        release.SetResult();

        Assert.Equal(("drained", 0), await drain);
        await world.ToldAsync(issued);
    }

    [Theory]
    [InlineData("drain")]
    [InlineData("resume")]
    public async Task Nobody_but_an_operator_may(string command)
    {
        await using var world = await WorldAsync();
        world.Start();
        using var stranger = world.Anonymous();
        using var agent = world.AgentOf(Guid.CreateVersion7());

        using var refused = await stranger.PostAsync(new Uri($"/internal/operations/{command}", UriKind.Relative), content: null, Token);
        using var forbidden = await agent.PostAsync(new Uri($"/internal/operations/{command}", UriKind.Relative), content: null, Token);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.Equal(0L, await world.AskDatabaseAsync("select count(*) from drains"));
    }

    private async Task<NotificationWorld> WorldAsync()
    {
        var world = await NotificationWorld.CreateAsync(servers);
        world.Settings["Operations:Secret"] = Secret;
        return world;
    }

    private static async Task<(string State, int Waiting)> CommandAsync(HttpClient client, string command)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/internal/operations/{command}");
        request.Headers.Add("X-Portal-Operator", Secret);
        using var response = await client.SendAsync(request, Token);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        return (answer.GetProperty("state").GetString()!, answer.GetProperty("waiting").GetInt32());
    }
}
