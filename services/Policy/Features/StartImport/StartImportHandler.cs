using Portal.Outbox;
using Portal.Policies.Domain;
using Portal.Policies.Domain.Imports;
using Portal.Policies.Http;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Results;
using Order = Portal.Contracts.RunImport;

namespace Portal.Policies.Features.StartImport;

/// <summary>Keeps the files with a job and orders it to be run.</summary>
internal sealed class StartImportHandler(PolicyDb db, ImportFiles files, RememberedAnswers answers, TimeProvider clock)
{
    /// <summary>Starts an import of files that were sent.</summary>
    public Task<Result<ImportId>> HandleAsync(
        AgencyId agency,
        ImportUpload upload,
        ImportRequester requester,
        IdempotentRequest? idempotency,
        CancellationToken cancellationToken) =>
        StartAsync(
            agency,
            upload.DryRun,
            requester,
            idempotency,
            async import =>
            {
                foreach (var (name, file) in upload.Files)
                {
                    await files.AddAsync(import, name, file.FromStart(), cancellationToken);
                }
            },
            cancellationToken);

    /// <summary>Starts an import of the files that a dry run was given.</summary>
    public Task<Result<ImportId>> CarryOutAsync(
        Import dryRun, ImportRequester requester, IdempotentRequest? idempotency, CancellationToken cancellationToken) =>
        StartAsync(
            dryRun.AgencyId,
            isDryRun: false,
            requester,
            idempotency,
            import => files.CopyAsync(dryRun.Id, import, cancellationToken),
            cancellationToken);

    private async Task<Result<ImportId>> StartAsync(
        AgencyId agency,
        bool isDryRun,
        ImportRequester requester,
        IdempotentRequest? idempotency,
        Func<ImportId, Task> storeFilesAsync,
        CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var before = await answers.FindAsync(idempotency, cancellationToken);
        if (before.Failed)
        {
            return before.Error;
        }

        if (before.Value is { } answered)
        {
            return new ImportId(answered);
        }

        var import = Import.Start(agency, isDryRun, requester, clock.GetUtcNow());
        db.Imports.Add(import);
        db.EnqueueSend(new Order { ImportId = import.Id.Value }, Order.Queue, import.Id.ToString());
        answers.Remember(idempotency, import.Id.Value);
        await db.SaveChangesAsync(cancellationToken);
        await storeFilesAsync(import.Id);
        await transaction.CommitAsync(cancellationToken);
        return import.Id;
    }
}
