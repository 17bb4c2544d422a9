using Microsoft.EntityFrameworkCore;
using Portal.Policies.Domain;
using Portal.Policies.Domain.Imports;
using Portal.Policies.Features.GetImport;
using Portal.Policies.Features.StartImport;
using Portal.Policies.Http;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.CarryOutImport;

/// <summary>Starts an import of the files that a dry run was given, so that nobody has to send them twice.</summary>
internal sealed class CarryOutImportHandler(PolicyDb db, StartImportHandler imports)
{
    public async Task<Result<ImportId>> HandleAsync(
        ImportId dryRun, ImportRequester requester, IdempotentRequest? idempotency, CancellationToken cancellationToken)
    {
        var import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(import => import.Id == dryRun, cancellationToken);
        if (import is null)
        {
            return new ImportNotFound();
        }

        if (!import.DryRun)
        {
            return new ImportIsNoDryRun();
        }

        if (import.State != ImportStatus.Finished)
        {
            return new DryRunNotFinished();
        }

        return await imports.CarryOutAsync(import, requester, idempotency, cancellationToken);
    }
}
