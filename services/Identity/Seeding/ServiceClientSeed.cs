using Portal.Identity.Domain.Applications;
using Portal.Identity.Storage;

namespace Portal.Identity.Seeding;

/// <summary>
/// The portal's own services as clients: ids and secrets from the configuration section <c>ServiceClients</c>.
/// </summary>
internal sealed class ServiceClientSeed(IdentityDb db, IConfiguration configuration, TimeProvider time)
{
    public const string Section = "ServiceClients";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var entry in configuration.GetSection(Section).GetChildren())
        {
            var scopes = ServiceScopes.Of(entry.Key);
            var client = await db.Applications.FindAsync([entry.Key], cancellationToken)
                ?? db.Applications.Add(Application.Service(entry.Key, time.GetUtcNow())).Entity;
            client.Equip(scopes, entry.Value ?? "", time.GetUtcNow());
        }
    }
}
