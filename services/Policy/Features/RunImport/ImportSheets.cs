using Microsoft.EntityFrameworkCore;
using Portal.Policies.Csv;
using Portal.Policies.Domain;
using Portal.Policies.Storage;

namespace Portal.Policies.Features.RunImport;

/// <summary>Opens the stored files of an import.</summary>
internal sealed class ImportSheets(PolicyDb db)
{
    /// <summary>One file; null where the import has none of that name.</summary>
    public async Task<Sheet?> OpenAsync(ImportId import, SheetLayout layout, CancellationToken cancellationToken)
    {
        var content = await db.ImportFiles.AsNoTracking()
            .Where(file => file.ImportId == import && file.Name == layout.File)
            .Select(file => file.Content)
            .SingleOrDefaultAsync(cancellationToken);
        return content is null ? null : Sheet.Read(layout, content);
    }
}
