using Portal.Policies.Csv;
using Portal.Policies.Domain.Imports;
using Portal.Policies.Storage;

namespace Portal.Policies.Features.Imports.RunImportStage;

/// <summary>
/// Opens the stored files of an import, each once for a message; with the scope their memory is given back.
/// </summary>
internal sealed class ImportSheets(ImportFiles files) : IDisposable
{
    private readonly Dictionary<(ImportId, SheetLayout), Sheet?> _opened = [];
    private readonly List<byte[]> _rented = [];

    /// <summary>One file; null where the import has none of that name.</summary>
    public async Task<Sheet?> OpenAsync(ImportId import, SheetLayout layout, CancellationToken cancellationToken)
    {
        if (_opened.TryGetValue((import, layout), out var opened))
        {
            return opened;
        }

        if (await files.RentAsync(import, layout.File, cancellationToken) is { } content)
        {
            _rented.Add(content.Array!);
            opened = Sheet.Read(layout, content);
        }

        return _opened[(import, layout)] = opened;
    }

    public void Dispose() => _rented.ForEach(SpareArray.Return);
}
