using Portal.Identity.Storage;
using Portal.Persistence.Database;

namespace Portal.Identity.Keys;

/// <summary>
/// Rotates the keys as time goes, and has this replica sign with the current one; replicas take turns.
/// </summary>
internal sealed partial class KeyRotationWorker(
    IServiceScopeFactory scopes, TokenSigner signer, TimeProvider time,
    ILogger<KeyRotationWorker> log) : BackgroundService
{
    // Twice within the time in which every replica has to have changed.
    private static readonly TimeSpan Every = KeyRotation.PickUp / 2;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception exception) when (exception.OfDatabase() is not null)
            {
                LogPostponed(exception);
            }
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var current = await scope.ServiceProvider.GetRequiredService<KeyRotation>().RunAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (signer.KeyId != current.Id)
        {
            var protection = scope.ServiceProvider.GetRequiredService<KeyProtection>();
            signer.Use(current.Id, protection.Unprotect(current.Id, current.PrivateKey));
            LogChanged(current.Id);
        }
    }

    [LoggerMessage(LogLevel.Information, "Tokens are signed with the key {Key} from now on")]
    private partial void LogChanged(string key);

    [LoggerMessage(LogLevel.Warning, "The database does not answer; the signing keys are looked at again in half a "
        + "minute")]
    private partial void LogPostponed(Exception exception);
}
