using Aspire.Hosting;

namespace Portal.LocalHosting.Data;

/// <summary>Keeps other hosts out of the data folder from the start to the very end of this one.</summary>
internal sealed class DataFolderLock(DataFolder data) : IDisposable
{
    private IDisposable? _held;

    /// <exception cref="DistributedApplicationException">Another host runs on it.</exception>
    public void Take() => _held ??= data.Claim();

    public bool IsTaken => _held is not null;

    public void Dispose() => _held?.Dispose();
}
