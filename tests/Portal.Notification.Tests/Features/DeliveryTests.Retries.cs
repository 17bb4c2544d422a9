using System.Net;
using Npgsql;
using Portal.Contracts.Deliveries;
using Portal.Contracts.Identity;
using Portal.Notification.Domain.Deliveries;
using Portal.Notification.Features.Deliveries;
using Portal.Notification.Features.Deliveries.RetryDeliveries;
using Portal.Notification.Tests.Support;
using Portal.Testing.Answers;
using Portal.Testing.Waiting;
using Xunit;

namespace Portal.Notification.Tests.Features;

public sealed partial class DeliveryTests
{
    [Fact]
    public async Task A_mail_that_the_relay_refuses_has_failed_and_can_be_tried_again_by_a_person()
    {
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        fixture.Relay.Script = command => command.StartsWith("RCPT TO:<holder1@", StringComparison.Ordinal)
            ? "550 5.1.1 No such person"
            : null;
        fixture.Start();
        var issued = Some.Issued(3);

        await fixture.Bus.PublishAsync(issued, Token);
        await fixture.ToldAsync(issued);

        var failed = Assert.Single(await fixture.DeliveriesAsync(issued, "&status=failed"));
        Assert.Equal("holder1@example.org", failed.Holder.Email);
        Assert.Equal("550 5.1.1 No such person", failed.LastAnswer);
        Assert.Equal(
            "550 5.1.1 No such person",
            Assert.Single(fixture.Outcomes, outcome => outcome.Status == DeliveryStatus.Failed).Detail);
        Assert.Equal(2, fixture.Relay.Accepted.Count);

        fixture.Relay.Script = _ => null;
        using var agent = fixture.AgentOf(issued.AgencyId);
        using var again = await agent.PostAsync(
            new Uri($"/api/v1/deliveries/{failed.Id}/retries", UriKind.Relative), null, Token);
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        Assert.Equal(DeliveryState.Pending, (await again.ReadAsync<DeliveryResponse>(Token)).Status);
        await Eventually.TrueAsync(() => fixture.Outcomes.Count == 4, Token);

        Assert.Equal(DeliveryStatus.Delivered, fixture.Outcomes[^1].Status);
        Assert.Equal(failed.Id, fixture.Outcomes[^1].DeliveryId);
        var shown = await agent.ReadAsync<DeliveryResponse>(again.Headers.Location!.OriginalString, Token);
        Assert.Equal(DeliveryState.Delivered, shown.Status);
        Assert.Equal(1, shown.Attempts);
        var told = await fixture.Bus.FirstAsync<ActionRecorded>(_ => true, Token);
        Assert.Equal(
            ("notification.RetryDelivery", "agent", "Robin Alvarez"), (told.Action, told.ActorRole, told.ActorName));
        Assert.Equal((issued.AgencyId, issued.AccountId, null), (told.AgencyId, told.AccountId, told.OnBehalfOf));
    }

    [Fact]
    public async Task All_that_failed_of_a_distribution_is_tried_again_at_once_and_only_that()
    {
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        fixture.Relay.Script = command => command.StartsWith("RCPT", StringComparison.Ordinal)
            && !command.Contains("holder1@", StringComparison.Ordinal)
            ? "550 5.1.1 no such user"
            : null;
        fixture.Start();
        var (issued, other) = (Some.Issued(3), Some.Issued(2));
        await fixture.Bus.PublishAsync(issued, Token);
        await fixture.Bus.PublishAsync(other, Token);
        await Eventually.TrueAsync(() => fixture.Outcomes.Count == 5, Token);

        fixture.Relay.Script = _ => null;
        using var agent = fixture.AgentOf(issued.AgencyId);
        var path = new Uri($"/api/v1/deliveries/retries?distribution={issued.DistributionId}", UriKind.Relative);
        using var stranger = fixture.AgentOf(Guid.CreateVersion7());
        using var refused = await stranger.PostAsync(path, null, Token);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        using var again = await agent.PostAsync(path, null, Token);
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        Assert.Equal(2, (await again.ReadAsync<RetriedDeliveriesResponse>(Token)).Retried);
        await Eventually.TrueAsync(() => fixture.Outcomes.Count == 7, Token);

        Assert.All(
            await fixture.DeliveriesAsync(issued),
            delivery => Assert.Equal(DeliveryState.Delivered, delivery.Status));
        Assert.Contains(
            await fixture.DeliveriesAsync(other), delivery => delivery.Status == DeliveryState.Failed);
        using var none = await agent.PostAsync(path, null, Token);
        Assert.Equal(0, (await none.ReadAsync<RetriedDeliveriesResponse>(Token)).Retried);
        var told = await fixture.Bus.FirstAsync<ActionRecorded>(
            action => action.Action == "notification.RetryDeliveries", Token);
        Assert.Equal((issued.AgencyId, issued.AccountId), (told.AgencyId, told.AccountId));
    }

    [Fact]
    public async Task One_that_somebody_else_retries_at_this_moment_does_not_keep_back_the_others()
    {
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        fixture.Relay.Script = command => command.StartsWith("RCPT", StringComparison.Ordinal)
            ? "550 5.1.1 no such user"
            : null;
        fixture.Start();
        var issued = Some.Issued(3);
        await fixture.Bus.PublishAsync(issued, Token);
        await fixture.ToldAsync(issued);
        fixture.Relay.Script = _ => null;
        await using var other = new NpgsqlConnection(fixture.Database);
        await using var watcher = new NpgsqlConnection(fixture.Database);
        await other.OpenAsync(Token);
        await watcher.OpenAsync(Token);
        await using var meanwhile = await other.BeginTransactionAsync(Token);
        await using var taken = new NpgsqlCommand(
            "UPDATE deliveries SET state = 'Pending', attempts = 0, next_attempt_at = now() WHERE id = (SELECT "
            + "min(id::text)::uuid FROM deliveries)", other, meanwhile);
        Assert.Equal(1, await taken.ExecuteNonQueryAsync(Token));

        using var agent = fixture.AgentOf(issued.AgencyId);
        var pressed = agent.PostAsync(
            new Uri($"/api/v1/deliveries/retries?distribution={issued.DistributionId}", UriKind.Relative), null, Token);
        await using var waiting = new NpgsqlCommand(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
            watcher);
        await Eventually.TrueAsync(async () => (long)(await waiting.ExecuteScalarAsync(Token))! > 0, Token);
        await meanwhile.CommitAsync(Token);

        using var again = await pressed;
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        Assert.Equal(2, (await again.ReadAsync<RetriedDeliveriesResponse>(Token)).Retried);
        await Eventually.TrueAsync(() => fixture.Relay.Accepted.Count == 3, Token);
    }
}
