using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Portal.ServiceDefaults.Bus;

/// <summary>
/// Declares the queues in which messages wait for their next try, before any consumer starts: what lies in one is
/// dead-lettered by the broker to the queue that its routing key names, once its time is up. At-least-once
/// dead-lettering needs quorum queues that refuse rather than drop.
/// </summary>
internal sealed partial class RedeliveryQueues(
    ConnectionFactory broker, BusOptions settings, ILogger<RedeliveryQueues> log)
    : IHostedLifecycleService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static string NameFor(TimeSpan wait) => $"portal.redelivery.{wait.TotalMilliseconds:F0}ms";

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await DeclareAsync(cancellationToken);
                return;
            }
            catch (BrokerUnreachableException exception)
            {
                Waiting(broker.HostName, broker.Port, exception.InnerException?.Message ?? exception.Message);
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task DeclareAsync(CancellationToken cancellationToken)
    {
        await using var connection = await broker.CreateConnectionAsync(cancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        foreach (var wait in settings.RedeliveryOrDefault.Distinct())
        {
            var name = NameFor(wait);
            var arguments = new Dictionary<string, object?>
            {
                ["x-queue-type"] = "quorum",
                ["x-quorum-initial-group-size"] = settings.QueueReplicas,
                ["x-message-ttl"] = (long)wait.TotalMilliseconds,
                ["x-dead-letter-exchange"] = "",
                ["x-dead-letter-strategy"] = "at-least-once",
                ["x-overflow"] = "reject-publish",
            };
            await channel.ExchangeDeclareAsync(
                name, ExchangeType.Fanout, durable: true, cancellationToken: cancellationToken);
            await channel.QueueDeclareAsync(
                name, durable: true, exclusive: false, autoDelete: false, arguments,
                cancellationToken: cancellationToken);
            await channel.QueueBindAsync(name, name, "", cancellationToken: cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The broker at {Host}:{Port} does not answer yet ({Reason}); trying again")]
    private partial void Waiting(string host, int port, string reason);
}
