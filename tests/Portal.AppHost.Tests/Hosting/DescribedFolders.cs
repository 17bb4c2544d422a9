using Portal.LocalHosting.Data;

namespace Portal.AppHost.Tests.Hosting;

/// <summary>
/// Removes at the end the data folders of systems that were only described: their secrets are made with the
/// description.
/// </summary>
public sealed class DescribedFolders : IDisposable
{
    public void Dispose() => TemporaryDataFolder.RemoveOwn();
}
