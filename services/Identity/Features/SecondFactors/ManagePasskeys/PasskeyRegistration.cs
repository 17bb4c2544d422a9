using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Features.Access;
using Portal.Identity.Features.Audit;
using Portal.Identity.Features.Sessions;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.SecondFactors.ManagePasskeys;

/// <summary>
/// Adds and removes passkeys of the person who calls, whose second factor was proven a short while ago.
/// </summary>
internal sealed class PasskeyRegistration(
    IdentityDb db,
    StaffSession session,
    SessionManager sessions,
    PasskeyManager passkeys,
    PasskeySeal seal,
    PowerNotices notices,
    TimeProvider time)
{
    private const int MaxName = 60;
    private const int MaxPasskeys = 20;

    public async Task<Result<PasskeyResponse>> AddAsync(
        AddPasskeyRequest request, HttpContext http, CancellationToken cancellationToken)
    {
        if (request.Name?.Trim() is not { Length: > 0 and <= MaxName } name)
        {
            return new FieldInvalid("name", "Give the passkey a name of at most 60 characters.");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var found = await session.FindAsync(cancellationToken);
        if (found.Failed)
        {
            return found.Error;
        }

        var member = found.Value.Member;
        if (await db.Passkeys.CountAsync(one => one.StaffId == member.Id, cancellationToken) >= MaxPasskeys)
        {
            return new TooManyPasskeys();
        }

        if (seal.Open(request.State, found.Value.Session.Id) is not { } state
            || await passkeys.AddAsync(
                member, name, request.Credential.GetRawText(), state, cancellationToken) is not { } added)
        {
            return new PasskeyWrong();
        }

        await notices.TellAsync(
            Powers.AddPasskey, new PowerUse(member.AgencyId, http.AuditActor())
            {
                Affected = (member.Name, member.Email),
            }, cancellationToken);
        db.Record(http.Act(AuditActions.SecondFactorAdded, added.Id.ToString(), time.GetUtcNow(), detail: "Passkey"));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new PasskeyResponse(added.Id, added.Name, added.CreatedAt, added.LastUsedAt);
    }

    /// <summary>
    /// Removes one; what is wrong, or null. It may have been lost to somebody who is signed in with it, so that every
    /// session of the person but this one ends.
    /// </summary>
    public async Task<Error?> RemoveAsync(Guid id, HttpContext http, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var found = await session.FindAsync(cancellationToken);
        if (found.Failed)
        {
            return found.Error;
        }

        var (current, member) = found.Value;
        if (await db.Passkeys.SingleOrDefaultAsync(
                one => one.Id == id && one.StaffId == member.Id, cancellationToken) is not { } passkey)
        {
            return new PasskeyNotFound();
        }

        db.Passkeys.Remove(passkey);
        foreach (var other in await sessions.LiveAsync(
            one => one.Kind == SessionKind.Staff && one.SubjectId == member.Id
                && one.Id != current.Id, cancellationToken))
        {
            await sessions.EndAsync(other, SessionEnd.Ended, http.AuditActor(), cancellationToken);
        }

        await notices.TellAsync(
            Powers.RemovePasskey,
            new PowerUse(member.AgencyId, http.AuditActor())
            {
                Affected = (member.Name, member.Email),
                Subject = passkey.Name,
            },
            cancellationToken);
        db.Record(http.Act(AuditActions.SecondFactorReset, id.ToString(), time.GetUtcNow(), detail: "Passkey removed"));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>Proves the second factor of the session again.</summary>
    public async Task<Result<PasskeyProvenResponse>> ProveAsync(
        ProvePasskeyRequest request, HttpContext http, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var found = await session.FindAsync(cancellationToken);
        if (found.Failed)
        {
            return found.Error;
        }

        var (current, member) = found.Value;
        var isProven = seal.Open(request.State, current.Id) is { } state
            && await passkeys.IsProvenAsync(member, request.Credential.GetRawText(), state, cancellationToken);
        var now = time.GetUtcNow();
        if (isProven)
        {
            current.ProveSecondFactor(now);
        }

        var fact = http.Act(
            isProven ? AuditActions.SecondFactorProven : AuditActions.SecondFactorWrong,
            member.Id.ToString(),
            now,
            detail: "Passkey");
        db.Record(fact with { Outcome = isProven ? AuditOutcome.Done : AuditOutcome.Refused });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return isProven ? new PasskeyProvenResponse(now) : new PasskeyWrong();
    }
}
