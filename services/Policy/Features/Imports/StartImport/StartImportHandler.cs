using Portal.Policies.Domain.Accounts;
using Portal.Policies.Domain.Imports;
using Portal.Policies.Idempotency;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Imports.StartImport;

/// <summary>Starts an import of files that were sent.</summary>
internal sealed class StartImportHandler(ImportStarter imports, ImportFiles files)
{
    public Task<Result<ImportId>> HandleAsync(
        AgencyId agency,
        ImportUpload upload,
        ImportRequester requester,
        IdempotentRequest? idempotency,
        CancellationToken cancellationToken) =>
        imports.StartAsync(
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
}
