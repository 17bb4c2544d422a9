namespace Portal.Web.Assets;

/// <summary>The files that are embedded in the program, each compressed once.</summary>
internal sealed class AssetStore
{
    private readonly Dictionary<string, Asset> _byName = [];
    private readonly Dictionary<string, Asset> _byFileName = [];

    public AssetStore()
    {
        var assembly = typeof(AssetStore).Assembly;
        foreach (var name in assembly.GetManifestResourceNames())
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            var asset = new Asset(name, content);
            _byName[name] = asset;
            _byFileName[asset.FileName] = asset;
        }
    }

    /// <summary>Address of a file, such as <c>site.css</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such file.</exception>
    public string AddressOf(string name) => "/assets/" + _byName[name].FileName;

    /// <summary>The file that an address names; null for one that is not, or no longer, there.</summary>
    public Asset? Find(string fileName) => _byFileName.GetValueOrDefault(fileName);
}
