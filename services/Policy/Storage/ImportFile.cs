using Portal.Policies.Domain.Imports;

namespace Portal.Policies.Storage;

/// <summary>A file of an import as it was sent; it stays as the record of what was asked.</summary>
internal sealed class ImportFile
{
    public required ImportId ImportId { get; init; }

    /// <summary>clients, policies or holders.</summary>
    public required string Name { get; init; }

    public required byte[] Content { get; init; }
}
