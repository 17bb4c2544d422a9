using Microsoft.Extensions.Options;
using Npgsql;
using Portal.Notification.Domain.Deliveries;
using Portal.Notification.Smtp;
using Portal.Notification.Storage;
using Portal.Notification.Telemetry;

namespace Portal.Notification.Features.Sending.SendDeliveries;

/// <summary>
/// Lets only so many messages at a time (<see cref="SmtpOptions.InDoubt"/>) be between their last line and their stored
/// receipt. What is in between when the process is killed may arrive twice; nothing else can.
/// </summary>
internal sealed partial class InDoubtGate(
    IOptions<SmtpOptions> settings, ReceiptTable receipts, MailMetrics metrics, TimeProvider time,
    ILogger<InDoubtGate> log) : IDisposable
{
    private static readonly TimeSpan RecordAgain = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim _permits = new(settings.Value.InDoubt);

    /// <summary>
    /// Sends a message's last line and stores the receipt when the relay accepts it, unless another sender, which had
    /// claimed the delivery before, has stored one meanwhile.
    /// </summary>
    /// <exception cref="NpgsqlException">The claim was lost before; the last line was not sent.</exception>
    public async Task<MailOutcome> FinishAsync(
        IStagedMail mail, Delivery delivery, DeliveryLease lease, CancellationToken cancellationToken)
    {
        await _permits.WaitAsync(cancellationToken);
        try
        {
            if (await lease.FindReceiptAsync(delivery.Id) is { } answer)
            {
                return new MailOutcome.Accepted(answer);
            }

            using var doubt = metrics.BeginDoubt();
            var outcome = await mail.FinishAsync();
            if (outcome is MailOutcome.Accepted)
            {
                await RecordAsync(
                    new Receipt { DeliveryId = delivery.Id, Answer = outcome.Answer, AcceptedAt = time.GetUtcNow() });
            }

            return outcome;
        }
        finally
        {
            _permits.Release();
        }
    }

    public void Dispose() => _permits.Dispose();

    // Nothing more is sent until the receipt is stored, so that an outage of the database puts no more mails in doubt.
    private async Task RecordAsync(Receipt receipt)
    {
        while (true)
        {
            try
            {
                await receipts.AddAsync(receipt);
                return;
            }
            catch (NpgsqlException failure)
            {
                NotRecorded(receipt.DeliveryId, failure.Message);
                await Task.Delay(RecordAgain, time);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The receipt of delivery {Delivery} could not be stored, nothing more is sent "
        + "until it is: {Reason}")]
    private partial void NotRecorded(Guid delivery, string reason);
}
