using Aspire.Hosting.ApplicationModel;

namespace Portal.LocalHosting.Data;

/// <summary>
/// A generated value that belongs to a data folder. Aspire keeps generated values in the developer's user secrets, one
/// set for every data folder, so that a second folder's servers would be asked for the first one's passwords.
/// </summary>
internal sealed class StoredSecret(SecretStore store, string name, int length) : ParameterDefault
{
    public override string GetDefaultValue() =>
        store.GetOrAdd(name, new GenerateParameterDefault { MinLength = length, Special = false }.GetDefaultValue);

    public override void WriteToManifest(Aspire.Hosting.Publishing.ManifestPublishingContext context) =>
        new GenerateParameterDefault { MinLength = length, Special = false }.WriteToManifest(context);
}
