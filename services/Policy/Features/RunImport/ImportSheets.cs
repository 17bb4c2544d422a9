using Portal.Policies.Csv;
using Portal.Policies.Domain;
using Portal.Policies.Storage;

namespace Portal.Policies.Features.RunImport;

/// <summary>Opens the stored files of an import.</summary>
internal sealed class ImportSheets(ImportFiles files)
{
    /// <summary>One file; null where the import has none of that name.</summary>
    public async Task<Sheet?> OpenAsync(ImportId import, SheetLayout layout, CancellationToken cancellationToken) =>
        await files.FindAsync(import, layout.File, cancellationToken) is { } content ? Sheet.Read(layout, content) : null;
}
