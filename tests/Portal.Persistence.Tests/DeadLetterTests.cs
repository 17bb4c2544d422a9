using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Portal.Persistence.Outbox;
using Portal.Persistence.Tests.Consumers;
using Portal.Persistence.Tests.Support;
using Portal.ServiceDefaults.Bus;
using Portal.Testing.Telemetry;
using Portal.Testing.Waiting;
using RabbitMQ.Client;

namespace Portal.Persistence.Tests;

/// <summary>What was given up goes back to where it came from, once, when an operator says so.</summary>
public sealed class DeadLetterTests(LedgerFixture fixture) : IClassFixture<LedgerFixture>
{
    private const int ShortTries = 4;

    [Fact]
    public async Task A_message_that_was_given_up_is_tried_as_often_again_when_it_is_replayed()
    {
        await using var service = await StartAsync("replayed");
        await GiveUpAsync(service, "replayed", messages: 3, tries: 24);

        var replayed = await LettersOf(service).ReplayAsync(TestService.Token);
        await service.Received.UntilAsync(48);

        Assert.Equal([new ReplayedQueue("replayed-failing_error", "replayed-failing", 3)], replayed);
    }

    [Fact]
    public async Task A_service_that_gave_nothing_up_has_nothing_to_replay()
    {
        await using var service = await StartAsync("clean");

        Assert.Empty(await LettersOf(service).ReplayAsync(TestService.Token));
    }

    [Fact]
    public async Task Only_the_services_own_dead_letters_are_replayed()
    {
        await using var failing = await StartAsync("others");
        await GiveUpAsync(failing, "others", messages: 1, tries: 8);
        await using var service = await StartAsync("own");

        Assert.DoesNotContain(
            await LettersOf(service).ReplayAsync(TestService.Token), queue => queue.From == "others-failing_error");
        Assert.Equal(1, Assert.Single(await LettersOf(failing).ReplayAsync(TestService.Token)).Messages);
    }

    [Fact]
    public async Task What_waits_for_a_person_is_measured_by_queue_and_a_missing_queue_is_asked_for_once()
    {
        await using var service = await StartAsync("measured");
        using var recorder = new MetricRecorder("Portal.Bus", service.Services.GetRequiredService<IMeterFactory>());
        var queues = service.Services.GetRequiredService<ServiceQueues>();
        await MeasuredAsync(recorder, "measured-failing", "work", 0);
        Assert.False(queues.MayHold("measured-failing_error"));
        Assert.False(queues.MayHold("measured-failing_skipped"));

        await GiveUpAsync(service, "measured", messages: 2, tries: 16);
        await SendStrangeAsync("measured-failing");

        await MeasuredAsync(recorder, "measured-failing_error", "dead_letter", 2);
        await MeasuredAsync(recorder, "measured-failing_skipped", "dead_letter", 1);
        Assert.Equal(
            0,
            recorder.Observe(
                "portal.bus.waiting", "messaging.destination.name=measured-failing", "portal.queue.kind=work"));
    }

    private static Task MeasuredAsync(
        MetricRecorder recorder, string queue, string kind, long messages) => Eventually.TrueAsync(
        () => recorder.Observe(
            "portal.bus.waiting", $"messaging.destination.name={queue}",
            $"portal.queue.kind={kind}") == messages, TestService.Token,
        $"{messages} messages in {queue} to be measured");

    /// <summary>Sends a message that no consumer of the queue takes.</summary>
    private async Task SendStrangeAsync(string queue)
    {
        await using var connection = await new ConnectionFactory
        {
            Uri = new Uri(fixture.Broker),
        }.CreateConnectionAsync(TestService.Token);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: TestService.Token);
        await channel.BasicPublishAsync(
            "",
            queue,
            mandatory: true,
            new BasicProperties { ContentType = "application/vnd.masstransit+json" },
            """{"messageType":["urn:message:Elsewhere:Unknown"],"message":{}}"""u8.ToArray(),
            TestService.Token);
    }

    private Task<TestService> StartAsync(string name) => TestService.StartAsync(
        fixture.Database, fixture.Broker, name, bus => bus.AddConsumer<FailingConsumer>(), (
            "Bus:Redelivery:0", "00:00:00.100"));

    private static DeadLetters LettersOf(TestService service) => service.Services.GetRequiredService<DeadLetters>();

    private async Task GiveUpAsync(TestService service, string key, int messages, int tries)
    {
        Assert.Equal(messages * 2 * ShortTries, tries);
        for (var message = 0; message < messages; message++)
        {
            await service.ChangeAsync(db => db.Enqueue(TestService.Numbered(int.MaxValue), $"{key}:{Guid.NewGuid()}"));
        }

        await service.Received.UntilAsync(tries);
        var connection = await new ConnectionFactory
        {
            Uri = new Uri(fixture.Broker),
        }.CreateConnectionAsync(TestService.Token);
        await using (connection)
        {
            await Eventually.TrueAsync(
                async () => await connection.CountAsync(
                    $"{key}-failing_error",
                    TestService.Token) == messages, TestService.Token, "the messages to be given up");
        }
    }
}
