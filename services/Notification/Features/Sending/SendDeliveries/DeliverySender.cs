using Microsoft.Extensions.Options;
using Portal.Persistence.Database;

namespace Portal.Notification.Features.Sending.SendDeliveries;

/// <summary>Sends what is due, several batches side by side, in as many processes as there are.</summary>
internal sealed class DeliverySender(
    IServiceScopeFactory scopes, WorkSignal signal, SendPause pause,
    IOptions<DeliveryOptions> settings) : BackgroundService
{
    // For retries that have come due and for what other processes queued.
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, settings.Value.Senders).Select(_ => SendAsync(stoppingToken)));

    private async Task SendAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await pause.WaitAsync(stoppingToken);
            if (!await SendBatchAsync(stoppingToken))
            {
                await signal.WaitAsync(PollInterval, stoppingToken);
            }
        }
    }

    private async Task<bool> SendBatchAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<DeliveryBatch>().RunAsync(stoppingToken);
        }
        catch (HttpRequestException failure)
        {
            pause.Begin($"The certificates' documents can't be fetched. {failure.Message}");
            return false;
        }
        catch (Exception failure) when (failure.OfDatabase() is not null)
        {
            pause.Begin($"The database does not answer. {failure.Message}");
            return false;
        }
    }
}
