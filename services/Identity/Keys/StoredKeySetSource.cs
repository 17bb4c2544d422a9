using Microsoft.EntityFrameworkCore;
using Portal.Identity.Storage;
using Portal.Persistence.Database;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Keys;

/// <summary>Reads the keys where Identity itself keeps them: for its own checks, and for everyone else's.</summary>
internal sealed class StoredKeySetSource(IServiceScopeFactory scopes) : IKeySetSource
{
    public async Task<JsonWebKeySet> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var keys = await scope.ServiceProvider.GetRequiredService<IdentityDb>().SigningKeys
                .OrderByDescending(key => key.CreatedAt)
                .Select(key => new { key.Id, key.X, key.Y })
                .ToListAsync(cancellationToken);
            return keys.Count > 0
                ? new JsonWebKeySet(
                    [.. keys.Select(key => new JsonWebKey("EC", "P-256", key.X, key.Y, key.Id, "sig", "ES256"))])
                : throw new KeySetUnavailableException("No signing key was made yet.", cause: null);
        }
        catch (Exception failure) when (failure.OfDatabase() is not null)
        {
            throw new KeySetUnavailableException("The database does not answer with the signing keys.", failure);
        }
    }
}
