using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Agencies;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.SignIns;

/// <summary>Finds the sign-in of the browser that asks, and bounds the scope to its agency.</summary>
internal sealed class SignInStore(IdentityDb db, AgencyScope scope, TimeProvider time)
{
    /// <summary>The agency of an address in the portal, whose clients and staff may sign in.</summary>
    public async Task<Result<Agency>> AgencyAsync(
        string? slug, SignInAudience audience, CancellationToken cancellationToken)
    {
        var agency = await db.Agencies.IgnoreQueryFilters().AsNoTracking()
            .SingleOrDefaultAsync(one => one.Slug == slug, cancellationToken);
        return agency is null ? new AgencyNotFound() : Open(agency, audience);
    }

    /// <summary>The agency of this id, whose people may sign in whatever it lets its clients do.</summary>
    public async Task<Agency> AgencyAsync(Guid id, CancellationToken cancellationToken)
    {
        scope.BindTo(id);
        return await db.Agencies.AsNoTracking().SingleAsync(cancellationToken);
    }

    /// <summary>The sign-in that a cookie stands for, locked until the open transaction ends, and its agency.</summary>
    public async Task<Result<OpenSignIn>> TakeAsync(string? reference, CancellationToken cancellationToken)
    {
        if (reference is null || await db.LockSignInAsync(reference, cancellationToken) is not { } signIn
            || signIn.IsOver(time.GetUtcNow()))
        {
            return new SignInOver();
        }

        var agency = await db.Agencies.IgnoreQueryFilters().AsNoTracking()
            .SingleAsync(one => one.Id == signIn.AgencyId, cancellationToken);
        var open = Open(agency, signIn.Audience);
        return open.Failed ? open.Error : new OpenSignIn(signIn, open.Value);
    }

    /// <summary>
    /// Takes the sign-in that a cookie stands for and changes it in one transaction. It commits whatever the change led
    /// to, since a wrong code counts too.
    /// </summary>
    public async Task<Result<T>> ChangeAsync<T>(
        string? reference, Func<OpenSignIn, Task<Result<T>>> changeAsync, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var taken = await TakeAsync(reference, cancellationToken);
        if (taken.Failed)
        {
            return taken.Error;
        }

        var result = await changeAsync(taken.Value);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    private Result<Agency> Open(Agency agency, SignInAudience audience)
    {
        scope.BindTo(agency.Id);
        return audience == SignInAudience.Client && !agency.Settings.ClientCenter
            ? new ClientCenterOff(SignInContact.Of(agency), agency.Details.Name)
            : agency;
    }

    /// <summary>A sign-in that goes on, and its agency.</summary>
    internal sealed record OpenSignIn(SignIn SignIn, Agency Agency);
}
