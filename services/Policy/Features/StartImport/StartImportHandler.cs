using Portal.Outbox;
using Portal.Policies.Domain;
using Portal.Policies.Domain.Imports;
using Portal.Policies.Http;
using Portal.Policies.Messages;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Results;
using Order = Portal.Contracts.RunImport;

namespace Portal.Policies.Features.StartImport;

/// <summary>Keeps the files with a job and orders it to be run.</summary>
internal sealed class StartImportHandler(PolicyDb db, RememberedAnswers answers, TimeProvider clock)
{
    public async Task<Result<ImportId>> HandleAsync(
        AgencyId agency,
        ImportUpload upload,
        ImportRequester requester,
        IdempotentRequest? idempotency,
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

        var import = Import.Start(agency, upload.DryRun, requester, clock.GetUtcNow());
        db.Imports.Add(import);
        db.ImportFiles.AddRange(upload.Files.Select(file => new ImportFile
        {
            ImportId = import.Id,
            Name = file.Key,
            Content = file.Value,
        }));
        db.EnqueueSend(new Order { ImportId = import.Id.Value }, Queues.RunImport, import.Id.ToString());
        answers.Remember(idempotency, import.Id.Value);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return import.Id;
    }
}
