using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Domain.Throttling;
using Portal.Identity.Storage;

namespace Portal.Identity.Features.SignIns;

/// <summary>Browsers in which people have signed in before, as part of a change; the caller saves.</summary>
internal sealed class KnownDevices(IdentityDb db, IHttpContextAccessor requests, TimeProvider time)
{
    private string? Reference => requests.HttpContext is { } http ? DeviceCookie.Read(http.Request) : null;

    /// <summary>
    /// The browser that asks, where this address has signed in with it; null for any other, and for a made-up cookie.
    /// </summary>
    /// <param name="agencyId">At which agency.</param>
    /// <param name="audience">As its client or as one of its people.</param>
    /// <param name="email">As sign-in compares it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<KnownDevice?> FindAsync(
        Guid agencyId, SignInAudience audience, string email, CancellationToken cancellationToken)
    {
        if (Reference is not { } reference)
        {
            return null;
        }

        var (hash, since) = (SessionReference.HashOf(reference), time.GetUtcNow() - KnownDevice.Lifetime);
        return await Of(agencyId, audience, email).AsNoTracking()
            .SingleOrDefaultAsync(one => one.ReferenceHash == hash && one.SignedInAt > since, cancellationToken);
    }

    /// <summary>
    /// Remembers the browser that asks for whoever has just signed in with it. The reference is always a new one, which
    /// takes the place of the old for everybody who is known under it: so that one which somebody else knows is worth
    /// nothing.
    /// </summary>
    /// <returns>What the browser keeps from now on.</returns>
    public async Task<SessionReference> RememberAsync(SignIn signIn, string email, CancellationToken cancellationToken)
    {
        var (reference, now) = (SessionReference.New(), time.GetUtcNow());
        var hash = reference.Hash();

        // Of several browsers that become known at once, each sees those before, so that there are never too many.
        await db.TakeThrottleTurnAsync(
            ThrottleRule.KeyOf(
                "devices", signIn.AgencyId.ToString(), signIn.Audience.ToString(), email), cancellationToken);
        if (Reference is { } old)
        {
            var before = SessionReference.HashOf(old);
            await db.KnownDevices.IgnoreQueryFilters().Where(one => one.ReferenceHash == before)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.ReferenceHash, hash), cancellationToken);
        }

        var known = Of(signIn.AgencyId, signIn.Audience, email);
        if (await known.SingleOrDefaultAsync(one => one.ReferenceHash == hash, cancellationToken) is { } device)
        {
            device.SignedInAt = now;
            return reference;
        }

        await known.OrderByDescending(one => one.SignedInAt).ThenByDescending(one => one.Id)
            .Skip(KnownDevice.MaxOfAddress - 1)
            .ExecuteDeleteAsync(cancellationToken);
        db.KnownDevices.Add(new KnownDevice
        {
            ReferenceHash = hash,
            AgencyId = signIn.AgencyId,
            Audience = signIn.Audience,
            Email = email,
            SignedInAt = now,
        });
        return reference;
    }

    /// <summary>Forgets every browser of an address.</summary>
    public Task ForgetAsync(
        Guid agencyId, SignInAudience audience, string email, CancellationToken cancellationToken) =>
        Of(agencyId, audience, email).ExecuteDeleteAsync(cancellationToken);

    private IQueryable<KnownDevice> Of(
        Guid agencyId, SignInAudience audience, string email) => db.KnownDevices.IgnoreQueryFilters()
        .Where(one => one.AgencyId == agencyId && one.Audience == audience && one.Email == email);
}
