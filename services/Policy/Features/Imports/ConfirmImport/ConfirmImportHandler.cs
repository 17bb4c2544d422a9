using Microsoft.EntityFrameworkCore;
using Portal.Policies.Domain.Imports;
using Portal.Policies.Idempotency;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Imports.ConfirmImport;

/// <summary>Starts an import of the files that a dry run was given, so that they need not be sent twice.</summary>
internal sealed class ConfirmImportHandler(PolicyDb db, ImportStarter imports, ImportFiles files)
{
    public async Task<Result<ImportId>> HandleAsync(
        ImportId id, ImportRequester requester, IdempotentRequest? idempotency, CancellationToken cancellationToken)
    {
        var dryRun = await db.Imports.AsNoTracking().SingleOrDefaultAsync(import => import.Id == id, cancellationToken);
        if (dryRun is null)
        {
            return new ImportNotFound();
        }

        if (!dryRun.DryRun)
        {
            return new ImportIsNoDryRun();
        }

        if (dryRun.State != ImportStatus.Finished)
        {
            return new DryRunNotFinished();
        }

        return await imports.StartAsync(
            dryRun.AgencyId,
            dryRun: false,
            requester,
            idempotency,
            import => files.CopyAsync(dryRun.Id, import, cancellationToken),
            cancellationToken);
    }
}
