using Portal.Identity.Keys;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Identity.Seeding;

/// <summary>
/// Makes what has to be there before the first request: a signing key, the services' clients, in Development the demo.
/// Run again it changes only what the configuration says otherwise; replicas that start together take turns.
/// </summary>
internal sealed class IdentitySeeder(IServiceScopeFactory scopes, IHostEnvironment environment, TokenSigner signer)
    : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<AgencyScope>().Unbind();
        var db = services.GetRequiredService<IdentityDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.TakeSeedingTurnAsync(cancellationToken);
        var key = await services.GetRequiredService<KeyRotation>().RunAsync(cancellationToken);
        await services.GetRequiredService<ServiceClientSeed>().RunAsync(cancellationToken);
        if (environment.IsDevelopment())
        {
            await services.GetRequiredService<DemoSeed>().RunAsync(cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        signer.Use(key.Id, services.GetRequiredService<KeyProtection>().Unprotect(key.Id, key.PrivateKey));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
