using System.Data;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Storage;

namespace Portal.Identity.Features.Audit.VerifyAudit;

/// <summary>Goes through an agency's trail from the first entry to the last, row by row, whatever its length.</summary>
internal sealed class AuditVerifier(IdentityDb db, AuditChain chain)
{
    public async Task<AuditVerification> VerifyAsync(Guid agencyId, CancellationToken cancellationToken)
    {
        // Entries and head as of one moment, while others append.
        await using var moment = await db.Database.BeginTransactionAsync(
            IsolationLevel.RepeatableRead, cancellationToken);
        var head = await db.AuditHeads.IgnoreQueryFilters().AsNoTracking()
            .SingleOrDefaultAsync(one => one.AgencyId == agencyId, cancellationToken);
        var (number, hash) = (0L, AuditChain.Beginning);
        await foreach (var row in db.TrailOf(agencyId).WithCancellation(cancellationToken))
        {
            if (row.Number != number + 1)
            {
                return Broken(number, hash, number + 1, "The entry is missing.");
            }

            if (row.Read() is not { } entry || !chain.Fits(entry, hash, number + 1))
            {
                return Broken(number, hash, number + 1, "The entry is not what was written there.");
            }

            (number, hash) = (entry.Number, entry.Hash);
        }

        return End(agencyId, head, number, hash);
    }

    private AuditVerification End(Guid agencyId, AuditHead? head, long number, byte[] hash)
    {
        if (head is null)
        {
            return number == 0
                ? new AuditVerification(0, null, null, null)
                : Broken(number, hash, number + 1, "The record of how many entries there are is gone.");
        }

        if (head.AgencyId != agencyId || !chain.IsSealed(head))
        {
            return Broken(
                number, hash, number + 1, "The record of how many entries there are is not what was written.");
        }

        return head.Entries > number
            ? Broken(number, hash, number + 1, $"Entries are missing at the end: there were {head.Entries}.")
            : head.Entries < number || !head.Hash.AsSpan().SequenceEqual(hash)
                ? Broken(number, hash, head.Entries + 1, $"The trail ended with entry {head.Entries}.")
                : new AuditVerification(number, number == 0 ? null : hash, null, null);
    }

    private static AuditVerification Broken(long number, byte[] hash, long at, string problem) =>
        new(number, number == 0 ? null : hash, at, problem);
}
