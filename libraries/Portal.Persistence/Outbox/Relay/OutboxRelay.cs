using System.Collections.Concurrent;
using MassTransit;
using Microsoft.Extensions.Logging;
using Npgsql;
using RabbitMQ.Client.Exceptions;

namespace Portal.Persistence.Outbox.Relay;

/// <summary>
/// Sends what the outbox holds: the messages of one key one after another, those of different keys side by side. A
/// message is deleted after the broker's confirmation in the transaction that holds its key, so a relay that dies in
/// between sends it twice, never not at all.
/// </summary>
internal sealed partial class OutboxRelay(
    NpgsqlDataSource database, OutboxSender sender, OutboxMetrics metrics, ILogger<OutboxRelay> log)
{
    private const int MostDoublings = 6;
    private static readonly TimeSpan ConfirmPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(1);

    /// <summary>Sends one batch.</summary>
    /// <exception cref="NpgsqlException">The database does not answer; nothing is lost.</exception>
    public async Task<RelayResult> RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var rows = await OutboxTable.TakeAsync(connection, cancellationToken);
        if (rows.Count == 0)
        {
            return RelayResult.Nothing;
        }

        var outcome = new Outcome();
        await Task.WhenAll(
            rows.GroupBy(row => row.Key).Select(lane => SendLaneAsync(lane, outcome, cancellationToken)));

        // What the broker has confirmed is noted even while the host stops.
        await OutboxTable.DeleteAsync(connection, [.. outcome.Sent], CancellationToken.None);
        foreach (var (row, reason) in outcome.Unsendable)
        {
            var rest = FirstRest * Math.Pow(2, Math.Min(row.Failures, MostDoublings));
            metrics.SetAside(row.Type);
            SetAside(row.Id, row.Type, row.Key, rest, reason);
            await OutboxTable.SetAsideAsync(connection, row.Id, reason, rest, CancellationToken.None);
        }

        await transaction.CommitAsync(CancellationToken.None);
        return outcome.Interrupted ? RelayResult.Interrupted : RelayResult.Progress;
    }

    private async Task SendLaneAsync(IEnumerable<OutboxRow> lane, Outcome outcome, CancellationToken cancellationToken)
    {
        foreach (var row in lane)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(ConfirmPatience);
            try
            {
                await sender.SendAsync(row, patience.Token);
                outcome.Sent.Add(row.Id);
                metrics.Relayed(row.Type);
            }
            catch (UnsendableMessageException exception)
            {
                outcome.Unsendable.Add((row, exception.Message));
                return;
            }
            catch (Exception exception) when (exception is OperationCanceledException or MassTransitException
                or RabbitMQClientException or IOException or ObjectDisposedException)
            {
                outcome.Interrupted = true;
                Interrupted(row.Type, row.Key, exception.Message);
                return;
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Outbox message {Id} ({Type} of {Key}) rests for {Rest}, and what follows it with "
        + "it: {Reason}")]
    private partial void SetAside(long id, string type, string key, TimeSpan rest, string reason);

    [LoggerMessage(LogLevel.Warning, "The broker did not confirm {Type} of {Key}, which waits in the outbox: {Reason}")]
    private partial void Interrupted(string type, string key, string reason);

    private sealed class Outcome
    {
        public ConcurrentBag<long> Sent { get; } = [];

        public ConcurrentBag<(OutboxRow Row, string Reason)> Unsendable { get; } = [];

        public bool Interrupted { get; set; }
    }
}
