using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Identity.Domain.Keys;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Keys;

/// <summary>
/// Makes the signing keys and lets one take over from another: each is published before it signs for as long as a
/// service may go without reading the keys, and after it for as long as a token of its own may still be shown.
/// </summary>
internal sealed class KeyRotation(
    IdentityDb db, KeyProtection protection, IOptions<KeyRotationOptions> options, TimeProvider time)
{
    /// <summary>How long a key is published before it signs: twice the time between two readings of the keys.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromMinutes(10);

    /// <summary>Time within which every replica signs with the current key.</summary>
    public static readonly TimeSpan PickUp = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long a key is published after it was told to stop: until the last replica's last token is of no use. What
    /// the replicas' own clocks differ by lies within the time in which they change keys.
    /// </summary>
    public static readonly TimeSpan Overlap = PickUp + AccessTokenLifetime.Max + TokenValidator.Skew;

    /// <summary>
    /// Does what is due, and answers the key to sign with. To be run in a transaction, which then holds the turn, so
    /// that replicas agree.
    /// </summary>
    public async Task<SigningKey> RunAsync(CancellationToken cancellationToken)
    {
        await db.TakeKeyTurnAsync(cancellationToken);
        var now = time.GetUtcNow();
        var keys = await db.SigningKeys.ToListAsync(cancellationToken);
        var current = keys.Find(key => key.IsCurrent);
        var coming = keys.Find(key => key.IsComing);
        if (current is null)
        {
            current = coming ?? Make(now, signsFrom: now);
            current.BeginToSign();
        }
        else if (coming is null && current.SignsFrom.AddDays(options.Value.RotateAfterDays) - Notice <= now)
        {
            Make(now, now + Notice);
        }
        else if (coming?.SignsFrom <= now)
        {
            // One after the other, because no two keys may be current even for a statement.
            current.Retire(now);
            await db.SaveChangesAsync(cancellationToken);
            coming.BeginToSign();
            current = coming;
        }

        db.SigningKeys.RemoveRange(keys.Where(key => key.RetiredAt + Overlap <= now));
        await db.SaveChangesAsync(cancellationToken);
        return current;
    }

    /// <summary>
    /// Begins an early rotation, and answers the key that is coming; one that is coming already is all there is.
    /// </summary>
    public async Task<SigningKey> BeginAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await RunAsync(cancellationToken);
        var coming = await db.SigningKeys.SingleOrDefaultAsync(
            key => !key.IsCurrent && key.RetiredAt == null, cancellationToken);
        if (coming is null)
        {
            var now = time.GetUtcNow();
            coming = Make(now, now + Notice);
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return coming;
    }

    private SigningKey Make(DateTimeOffset now, DateTimeOffset signsFrom)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var shown = JsonWebKey.Of(key);
        return db.SigningKeys.Add(new SigningKey
        {
            Id = shown.Kid!,
            X = shown.X!,
            Y = shown.Y!,
            PrivateKey = protection.Protect(shown.Kid!, key.ExportPkcs8PrivateKey()),
            CreatedAt = now,
            SignsFrom = signsFrom,
        }).Entity;
    }
}
