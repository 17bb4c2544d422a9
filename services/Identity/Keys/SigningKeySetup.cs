using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Keys;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Keys;

/// <summary>Makes the first signing key, and hands the current one to the signer.</summary>
internal sealed class SigningKeySetup(IdentityDb db, KeyProtection protection, TokenSigner signer, TimeProvider time)
{
    /// <summary>To be run in a transaction that holds the seeding turn, so that replicas agree on one key.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var current = await db.SigningKeys.SingleOrDefaultAsync(key => key.IsCurrent, cancellationToken);
        if (current is null)
        {
            current = Make();
            db.SigningKeys.Add(current);
            await db.SaveChangesAsync(cancellationToken);
        }

        signer.Use(current.Id, protection.Unprotect(current.Id, current.PrivateKey));
    }

    private SigningKey Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var shown = JsonWebKey.Of(key);
        return new SigningKey
        {
            Id = shown.Kid!,
            X = shown.X!,
            Y = shown.Y!,
            PrivateKey = protection.Protect(shown.Kid!, key.ExportPkcs8PrivateKey()),
            IsCurrent = true,
            CreatedAt = time.GetUtcNow(),
        };
    }
}
