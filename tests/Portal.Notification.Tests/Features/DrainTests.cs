using System.Net;
using Portal.Notification.Features.Sending.DrainSending;
using Portal.Notification.Tests.Support;
using Portal.Testing;
using Portal.Testing.Answers;
using Portal.Testing.Waiting;
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
        await using var fixture = await WorldAsync();
        fixture.Start();
        using var second = fixture.Start().CreateClient();
        using var first = fixture.CreateClient();

        Assert.Equal(new SendingResponse(SendingState.Drained, 0), await CommandAsync(first, "drain"));
        var issued = Some.Issued(20);
        await fixture.Bus.PublishAsync(issued, Token);
        await Eventually.TrueAsync(
            async () => await fixture.AskDatabaseAsync("select count(*) from deliveries") is 20L, Token);
        await fixture.Bus.PublishAsync(Some.Code("73519402"), Token);
        await Eventually.TrueAsync(() => !fixture.Relay.Accepted.IsEmpty, Token);

        Assert.Equal(new SendingResponse(SendingState.Drained, 20), await CommandAsync(second, "drain"));
        Assert.Single(fixture.Relay.Accepted);
        Assert.Equal(SendingState.Sending, (await CommandAsync(second, "resume")).State);
        await fixture.ToldAsync(issued);
        Assert.Equal(21, fixture.Mails.Distinct().Count());
        Assert.Equal(21, fixture.Mails.Count);
    }

    [Fact]
    public async Task A_drain_waits_for_the_batch_that_is_being_sent()
    {
        await using var fixture = await WorldAsync();
        var release = new TaskCompletionSource();
        var held = new TaskCompletionSource();
        fixture.Relay.Script = command =>
        {
            if (command.StartsWith("RCPT TO:<holder", StringComparison.Ordinal))
            {
                held.TrySetResult();
                release.Task.Wait(Token);
            }

            return null;
        };
        fixture.Start();
        using var client = fixture.CreateClient();
        var issued = Some.Issued(3);
        await fixture.Bus.PublishAsync(issued, Token);
        await held.Task.WaitAsync(Token);

        var drain = CommandAsync(client, "drain");
        await Eventually.TrueAsync(
            async () =>
                await fixture.AskDatabaseAsync(
                    "select count(*) from pg_locks where locktype = 'advisory' and not granted and database = "
                    + "(select oid from pg_database where datname = current_database())") is >= 1L,
            Token);
        Assert.False(drain.IsCompleted);
        release.SetResult();

        Assert.Equal(new SendingResponse(SendingState.Drained, 0), await drain);
        await fixture.ToldAsync(issued);
    }

    [Theory]
    [InlineData("drain")]
    [InlineData("resume")]
    public async Task Nobody_but_an_operator_may(string command)
    {
        await using var fixture = await WorldAsync();
        fixture.Start();
        using var stranger = fixture.CreateClient();
        using var agent = fixture.AgentOf(Guid.CreateVersion7());

        using var refused = await stranger.PostAsync(
            new Uri($"/internal/operations/{command}", UriKind.Relative), content: null, Token);
        using var forbidden = await agent.PostAsync(
            new Uri($"/internal/operations/{command}", UriKind.Relative), content: null, Token);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.Equal(0L, await fixture.AskDatabaseAsync("select count(*) from drains"));
    }

    private async Task<NotificationFixture> WorldAsync()
    {
        var fixture = await NotificationFixture.CreateAsync(servers);
        fixture.Settings["Operations:Secret"] = Secret;
        return fixture;
    }

    private static async Task<SendingResponse> CommandAsync(HttpClient client, string command)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/internal/operations/{command}");
        request.Headers.Add("X-Portal-Operator", Secret);
        using var response = await client.SendAsync(request, Token);
        response.EnsureSuccessStatusCode();
        return await response.ReadAsync<SendingResponse>(Token);
    }
}
