using Portal.Contracts.Commands;
using Portal.Persistence.Outbox;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Domain.Imports;
using Portal.Policies.Idempotency;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Imports;

/// <summary>Stores an import with its files and orders it to be run.</summary>
internal sealed class ImportStarter(PolicyDb db, IdempotencyStore idempotency, TimeProvider time)
{
    /// <summary>Starts an import; a request that was sent before is answered the import that it started then.</summary>
    /// <param name="agency">The agency to import for.</param>
    /// <param name="dryRun">Whether it only says what would happen.</param>
    /// <param name="requester">Who asks.</param>
    /// <param name="request">The request's key, where it has one.</param>
    /// <param name="storeFiles">Stores the files of the import, in the same transaction.</param>
    /// <param name="cancellationToken">Gives up, and nothing is started.</param>
    public async Task<Result<ImportId>> StartAsync(
        AgencyId agency,
        bool dryRun,
        ImportRequester requester,
        IdempotentRequest? request,
        Func<ImportId, Task> storeFiles,
        CancellationToken cancellationToken)
    {
        var started = await idempotency.OnceAsync(
            request, () => Task.FromResult(
                Start(agency, dryRun, requester)), id => storeFiles(new ImportId(id)), cancellationToken);
        return started.Map(id => new ImportId(id));
    }

    private Result<Guid> Start(AgencyId agency, bool dryRun, ImportRequester requester)
    {
        var import = Import.Start(agency, dryRun, requester, time.GetUtcNow());
        db.Imports.Add(import);
        db.EnqueueSend(
            new RunImportCommand { ImportId = import.Id.Value }, RunImportCommand.Queue, import.Id.ToString());
        return import.Id.Value;
    }
}
