using Portal.LocalHosting.Data;

namespace Portal.AppHost.Tests.Hosting;

public sealed class SecretStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-parameters-").FullName;

    private string FilePath => Path.Combine(_folder, "parameters.json");

    [Fact]
    public void A_generated_value_stays_the_same_from_run_to_run()
    {
        var first = new SecretStore(FilePath).GetOrAdd("secret", () => "one");

        var later = new SecretStore(FilePath).GetOrAdd("secret", () => "two");

        Assert.Equal("one", first);
        Assert.Equal("one", later);
    }

    [Fact]
    public void Only_its_owner_reads_the_file()
    {
        new SecretStore(FilePath).GetOrAdd("secret", () => "one");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(FilePath).UnixFileMode);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
