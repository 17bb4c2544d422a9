using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;
using Portal.Contracts;
using Portal.Notification.Tests.Support;
using Portal.Testing;
using Xunit;

namespace Portal.Notification.Tests.Features;

public sealed class DeliveryTests(Servers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_holder_of_a_batch_gets_its_certificate_and_the_outcome_is_told()
    {
        await using var world = await NotificationWorld.CreateAsync(servers);
        world.Start();
        var issued = Some.Issued(5);

        await world.Bus.PublishAsync(issued, Token);
        await world.ToldAsync(issued);

        Assert.Equal(5, world.Relay.Accepted.Count);
        foreach (var certificate in issued.Certificates)
        {
            var mail = world.Relay.Accepted.Select(ParsedMail.Parse).Single(
                mail => mail.Raw("Message-ID") == $"<{certificate.CertificateId:N}@portal.example>");
            Assert.Equal($"{certificate.HolderName} <{certificate.HolderEmail}>", mail.Header("To"));
            Assert.Equal("Certificates <certificates@portal.example>", mail.Header("From"));
            Assert.Equal("Harbor Agency <jo@harbor.example>", mail.Header("Reply-To"));
            Assert.Equal($"Certificate of insurance {certificate.Number} for Acme Roofing, LLC", mail.Header("Subject"));
            Assert.Equal(FakeCertificates.PdfOf(certificate.CertificateId), mail.PartContent("application/pdf"));
            Assert.Contains(certificate.VerificationUrl, mail.PartText("text/plain"), StringComparison.Ordinal);
            var outcome = Assert.Single(world.Outcomes, outcome => outcome.CertificateId == certificate.CertificateId);
            Assert.Equal(DeliveryStatus.Delivered, outcome.Status);
        }

        Assert.All(await world.DeliveriesAsync(issued), delivery => Assert.Equal("delivered", delivery.GetProperty("status").GetString()));
        Assert.Equal(1, world.Certificates.Calls);
    }

    [Fact]
    public async Task The_same_batch_twice_and_at_once_sends_each_mail_once()
    {
        await using var world = await NotificationWorld.CreateAsync(servers);
        world.Start();
        var issued = Some.Issued(20);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.Bus.PublishAsync(issued, Token)));
        await world.ToldAsync(issued);
        await world.Bus.PublishAsync(issued, Token);
        var last = Some.Issued(1);
        await world.Bus.PublishAsync(last, Token);
        await world.ToldAsync(last);

        Assert.Equal(21, world.Mails.Distinct().Count());
        Assert.Equal(21, world.Mails.Count);
        Assert.Equal(21L, await world.AskDatabaseAsync("select count(*) from deliveries"));
    }

    [Fact]
    public async Task A_mail_that_the_relay_defers_is_tried_again()
    {
        var refusals = 0;
        await using var world = await NotificationWorld.CreateAsync(servers);
        world.Relay.Script = command => command == Relay.End && Interlocked.Increment(ref refusals) <= 2 ? "451 4.7.1 Greylisted" : null;
        world.Start();
        var issued = Some.Issued(1);

        await world.Bus.PublishAsync(issued, Token);
        await world.ToldAsync(issued);

        var delivery = Assert.Single(await world.DeliveriesAsync(issued));
        Assert.Equal(3, delivery.GetProperty("attempts").GetInt32());
        Assert.Equal("250 2.0.0 queued", delivery.GetProperty("lastAnswer").GetString());
        Assert.Equal(JsonValueKind.Null, delivery.GetProperty("nextAttemptAt").ValueKind);
        Assert.Single(world.Relay.Accepted);
    }

    [Fact]
    public async Task A_mail_that_is_deferred_again_and_again_has_failed_at_last()
    {
        await using var world = await NotificationWorld.CreateAsync(servers);
        world.Relay.Script = command => command == Relay.End ? "452 4.2.2 Mailbox full" : null;
        world.Settings["Delivery:MaxAttempts"] = "3";
        world.Start();
        var issued = Some.Issued(1);

        await world.Bus.PublishAsync(issued, Token);
        await world.ToldAsync(issued);

        var outcome = Assert.Single(world.Outcomes);
        Assert.Equal(DeliveryStatus.Failed, outcome.Status);
        Assert.Equal("Given up after 3 attempts. The last answer was: 452 4.2.2 Mailbox full", outcome.Detail);
        Assert.Equal(3, world.Relay.Offered.Count);
    }

    [Fact]
    public async Task A_mail_that_the_relay_refuses_has_failed_and_can_be_tried_again_by_a_person()
    {
        await using var world = await NotificationWorld.CreateAsync(servers);
        world.Relay.Script = command => command.StartsWith("RCPT TO:<holder1@", StringComparison.Ordinal) ? "550 5.1.1 No such person" : null;
        world.Start();
        var issued = Some.Issued(3);

        await world.Bus.PublishAsync(issued, Token);
        await world.ToldAsync(issued);

        var failed = Assert.Single(await world.DeliveriesAsync(issued, "&status=failed"));
        Assert.Equal("holder1@example.org", failed.GetProperty("holder").GetProperty("email").GetString());
        Assert.Equal("550 5.1.1 No such person", failed.GetProperty("lastAnswer").GetString());
        Assert.Equal("550 5.1.1 No such person", Assert.Single(world.Outcomes, outcome => outcome.Status == DeliveryStatus.Failed).Detail);
        Assert.Equal(2, world.Relay.Accepted.Count);

        world.Relay.Script = _ => null;
        using var agent = world.AgentOf(issued.AgencyId);
        using var again = await agent.PostAsync(new Uri($"/api/v1/deliveries/{failed.GetProperty("id")}/retries", UriKind.Relative), null, Token);
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        Assert.Equal("pending", (await again.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("status").GetString());
        await Eventually.TrueAsync(() => world.Outcomes.Count == 4, Token);

        Assert.Equal(DeliveryStatus.Delivered, world.Outcomes[^1].Status);
        Assert.Equal(failed.GetProperty("id").GetGuid(), world.Outcomes[^1].DeliveryId);
        var shown = await agent.GetFromJsonAsync<JsonElement>(again.Headers.Location, Token);
        Assert.Equal("delivered", shown.GetProperty("status").GetString());
        Assert.Equal(1, shown.GetProperty("attempts").GetInt32());
        var told = await world.Bus.FirstAsync<ActionRecorded>(_ => true, Token);
        Assert.Equal(("notification.RetryDelivery", "agent", "Robin Alvarez"), (told.Action, told.ActorRole, told.ActorName));
        Assert.Equal((issued.AgencyId, issued.AccountId, null), (told.AgencyId, told.AccountId, told.OnBehalfOf));
    }

    [Fact]
    public async Task All_that_failed_of_a_distribution_is_tried_again_at_once_and_only_that()
    {
        await using var world = await NotificationWorld.CreateAsync(servers);
        world.Relay.Script = command => command.StartsWith("RCPT", StringComparison.Ordinal) && !command.Contains("holder1@", StringComparison.Ordinal)
            ? "550 5.1.1 no such user"
            : null;
        world.Start();
        var (issued, other) = (Some.Issued(3), Some.Issued(2));
        await world.Bus.PublishAsync(issued, Token);
        await world.Bus.PublishAsync(other, Token);
        await Eventually.TrueAsync(() => world.Outcomes.Count == 5, Token);

        world.Relay.Script = _ => null;
        using var agent = world.AgentOf(issued.AgencyId);
        var path = new Uri($"/api/v1/deliveries/retries?distribution={issued.DistributionId}", UriKind.Relative);
        using var stranger = world.AgentOf(Guid.CreateVersion7());
        using var refused = await stranger.PostAsync(path, null, Token);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        using var again = await agent.PostAsync(path, null, Token);
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        Assert.Equal(2, (await again.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("retried").GetInt32());
        await Eventually.TrueAsync(() => world.Outcomes.Count == 7, Token);

        Assert.All(await world.DeliveriesAsync(issued), delivery => Assert.Equal("delivered", delivery.GetProperty("status").GetString()));
        Assert.Contains(await world.DeliveriesAsync(other), delivery => delivery.GetProperty("status").GetString() == "failed");
        using var none = await agent.PostAsync(path, null, Token);
        Assert.Equal(0, (await none.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("retried").GetInt32());
        var told = await world.Bus.FirstAsync<ActionRecorded>(action => action.Action == "notification.RetryDeliveries", Token);
        Assert.Equal((issued.AgencyId, issued.AccountId), (told.AgencyId, told.AccountId));
    }

    [Fact]
    public async Task One_that_somebody_else_retries_at_this_moment_does_not_keep_back_the_others()
    {
        await using var world = await NotificationWorld.CreateAsync(servers);
        world.Relay.Script = command => command.StartsWith("RCPT", StringComparison.Ordinal) ? "550 5.1.1 no such user" : null;
        world.Start();
        var issued = Some.Issued(3);
        await world.Bus.PublishAsync(issued, Token);
        await world.ToldAsync(issued);
        world.Relay.Script = _ => null;
        await using var other = new NpgsqlConnection(world.Settings["ConnectionStrings:notificationdb"]);
        await using var watcher = new NpgsqlConnection(world.Settings["ConnectionStrings:notificationdb"]);
        await other.OpenAsync(Token);
        await watcher.OpenAsync(Token);
        await using var meanwhile = await other.BeginTransactionAsync(Token);
        await using var taken = new NpgsqlCommand(
            "UPDATE deliveries SET state = 'Pending', attempts = 0, next_attempt_at = now() WHERE id = (SELECT min(id::text)::uuid FROM deliveries)", other, meanwhile);
        Assert.Equal(1, await taken.ExecuteNonQueryAsync(Token));

        using var agent = world.AgentOf(issued.AgencyId);
        var pressed = agent.PostAsync(
            new Uri($"/api/v1/deliveries/retries?distribution={issued.DistributionId}", UriKind.Relative), null, Token);
        await using var waiting = new NpgsqlCommand(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'", watcher);
        await Eventually.TrueAsync(async () => (long)(await waiting.ExecuteScalarAsync(Token))! > 0, Token);
        await meanwhile.CommitAsync(Token);

        using var again = await pressed;
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        Assert.Equal(2, (await again.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("retried").GetInt32());
        await Eventually.TrueAsync(() => world.Relay.Accepted.Count == 3, Token);
    }

    [Fact]
    public async Task An_address_that_is_none_fails_at_once_and_holds_nobody_up()
    {
        await using var world = await NotificationWorld.CreateAsync(servers);
        world.Start();
        var issued = Some.Issued(2, email: i => i == 1 ? "holder1@example.org>\r\nRCPT TO:<victim@example.org" : "holder2@example.org");

        await world.Bus.PublishAsync(issued, Token);
        await world.ToldAsync(issued);

        Assert.Contains("is no e-mail address", Assert.Single(world.Outcomes, outcome => outcome.Status == DeliveryStatus.Failed).Detail, StringComparison.Ordinal);
        Assert.Single(world.Relay.Accepted);
        Assert.DoesNotContain(world.Relay.Commands, command => command.Contains("victim", StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_the_relay_does_not_take_mail_everything_waits_and_nothing_counts_as_an_attempt()
    {
        var refused = 0;
        await using var world = await NotificationWorld.CreateAsync(servers);
        world.Relay.Script = command => command == Relay.Greeting ? Refuse() : null;
        world.Settings["Delivery:MaxAttempts"] = "1";
        world.Settings["Delivery:LongestPause"] = "00:00:00.200";
        world.Start();
        var issued = Some.Issued(10);

        await world.Bus.PublishAsync(issued, Token);
        await Eventually.TrueAsync(() => refused >= 5, Token);
        var waiting = await world.DeliveriesAsync(issued);
        world.Relay.Script = _ => null;
        await world.ToldAsync(issued);

        Assert.Equal(10, waiting.Count);
        Assert.All(waiting, delivery => Assert.Equal(
            ("pending", 0), (delivery.GetProperty("status").GetString(), delivery.GetProperty("attempts").GetInt32())));
        Assert.Contains(waiting, delivery => delivery.GetProperty("lastAnswer").GetString() is { } answer
            && answer.Contains("421 4.3.2 Down", StringComparison.Ordinal));
        Assert.All(world.Outcomes, outcome => Assert.Equal(DeliveryStatus.Delivered, outcome.Status));
        Assert.Equal(10, world.Mails.Distinct().Count());

        string Refuse()
        {
            Interlocked.Increment(ref refused);
            return "421 4.3.2 Down";
        }
    }

    [Fact]
    public async Task While_the_certificates_can_not_be_fetched_everything_waits()
    {
        await using var world = await NotificationWorld.CreateAsync(servers);
        world.Certificates.IsDown = true;
        world.Settings["Delivery:LongestPause"] = "00:00:00.100";
        world.Start();
        var issued = Some.Issued(3);

        await world.Bus.PublishAsync(issued, Token);
        await Eventually.TrueAsync(() => world.Certificates.Calls >= 3, Token);
        Assert.Empty(world.Relay.Commands);
        world.Certificates.IsDown = false;
        await world.ToldAsync(issued);

        Assert.Equal(3, world.Relay.Accepted.Count);
    }

    [Fact]
    public async Task A_certificate_without_a_document_holds_nobody_else_up()
    {
        await using var world = await NotificationWorld.CreateAsync(servers);
        world.Settings["Delivery:MaxAttempts"] = "2";
        var issued = Some.Issued(3);
        world.Certificates.Lost.Add(issued.Certificates[0].CertificateId);
        world.Start();

        await world.Bus.PublishAsync(issued, Token);
        await world.ToldAsync(issued);

        Assert.Equal(
            issued.Certificates[0].CertificateId,
            Assert.Single(world.Outcomes, outcome => outcome.Status == DeliveryStatus.Failed).CertificateId);
        Assert.Equal(2, world.Relay.Accepted.Count);
    }
}
