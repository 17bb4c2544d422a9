using Microsoft.EntityFrameworkCore;
using Portal.Policies.Domain.Imports;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Policies.Features.Imports.RunImportStage;

/// <summary>Lets one message at a time work on an import, as its agency.</summary>
internal sealed class ImportLock(PolicyDb db, RowLocks locks, AgencyScope scope)
{
    /// <summary>The import, locked until the open transaction ends.</summary>
    /// <exception cref="InvalidOperationException">
    /// There is no such import; a message names only what was stored before it.
    /// </exception>
    public async Task<Import> TakeAsync(ImportId id, CancellationToken cancellationToken)
    {
        await locks.ImportAsync(id, cancellationToken);
        var import = await db.Imports.IgnoreQueryFilters([AgencyScope.Filter])
            .SingleAsync(import => import.Id == id, cancellationToken);
        scope.BindTo(import.AgencyId.Value);
        return import;
    }
}
