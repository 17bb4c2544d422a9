using Microsoft.EntityFrameworkCore;
using Portal.Persistence.Database;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Policies.Features.Policies.TakeEffect;

/// <summary>
/// Turns days into events when they come: a notice ends a policy, a term begins or runs out. Client by client, so that
/// one which can't be turned keeps no other from it.
/// </summary>
internal sealed partial class EffectiveDayWorker(
    IServiceScopeFactory scopes, TimeProvider time, ILogger<EffectiveDayWorker> log) : BackgroundService
{
    private const int ClientsInQuery = 200;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await TurnAsync(stoppingToken);
            }
            catch (Exception failure) when (failure.OfDatabase() is not null)
            {
                LogPutOff(failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TurnAsync(CancellationToken cancellationToken)
    {
        var last = new AccountId(Guid.Empty);
        while (await DueAfterAsync(last, cancellationToken) is { Count: > 0 } due)
        {
            foreach (var (agency, account) in due)
            {
                await TurnAsync(agency, account, cancellationToken);
                last = account;
            }
        }
    }

    private async Task TurnAsync(AgencyId agency, AccountId account, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<EffectiveDayHandler>()
                .HandleAsync(agency, account, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && failure.OfDatabase() is null)
        {
            LogNotTurned(account, failure);
        }
    }

    private async Task<List<(AgencyId, AccountId)>> DueAfterAsync(AccountId last, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AgencyScope>().Unbind();
        var db = scope.ServiceProvider.GetRequiredService<PolicyDb>();
        var now = time.GetUtcNow();
        var due = await db.Policies
            .Where(policy => policy.TurnsAt <= now && policy.AccountId.CompareTo(last) > 0)
            .Select(policy => new { policy.AgencyId, policy.AccountId }).Distinct()
            .OrderBy(policy => policy.AccountId).Take(ClientsInQuery).ToListAsync(cancellationToken);
        return due.ConvertAll(client => (client.AgencyId, client.AccountId));
    }

    [LoggerMessage(LogLevel.Warning, "What days brought to policies is recorded later, the database does not answer now")]
    private partial void LogPutOff(Exception failure);

    [LoggerMessage(LogLevel.Error, "What days brought to policies of client {Account} can't be recorded")]
    private partial void LogNotTurned(AccountId account, Exception failure);
}
