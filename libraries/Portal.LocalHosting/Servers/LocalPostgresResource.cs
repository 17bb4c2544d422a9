using Aspire.Hosting.ApplicationModel;
using Portal.LocalHosting.Data;
using Portal.LocalHosting.Processes;

namespace Portal.LocalHosting.Servers;

/// <summary>The machine's PostgreSQL on a cluster of its own, on loopback, without a Unix socket.</summary>
public sealed class LocalPostgresResource(string name, DataFolder data) : LocalServerResource(name, "/bin/sh", data)
{
    internal const string User = "postgres";

    private const string Package = "postgresql";

    internal static readonly InstalledProgram Server = new(
        "postgres", Package, Path.Combine(FindBinaries(), "postgres"));
    internal static readonly InstalledProgram Initialize = new(
        "initdb", Package, Path.Combine(FindBinaries(), "initdb"));

    private readonly List<LocalPostgresDatabaseResource> _databases = [];

    public IReadOnlyList<LocalPostgresDatabaseResource> Databases => _databases;

    /// <summary><c>Host=..;Port=..;Username=..;Password=..</c></summary>
    public override ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create(
        $"Host={PrimaryEndpoint.Property(EndpointProperty.IPV4Host)};Port={PrimaryEndpoint.Property(EndpointProperty.Port)};Username={User};Password={Password}");

    internal string Cluster => Path.Combine(Folder, "data");

    internal override IReadOnlyList<InstalledProgram> Programs => [Server, Initialize];

    internal void Add(LocalPostgresDatabaseResource database) => _databases.Add(database);

    /// <summary>Debian keeps the server's programs out of the path, a folder for each version.</summary>
    private static string FindBinaries() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql")
            .OrderBy(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
            .Select(version => Path.Combine(version, "bin")).LastOrDefault("")
        : "";
}
