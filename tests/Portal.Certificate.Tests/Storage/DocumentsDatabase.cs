using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Portal.Certificates.Storage;
using Portal.ServiceDefaults.Agencies;
using Portal.Testing;

namespace Portal.Certificate.Tests.Storage;

/// <summary>A database of the Certificate service without the service.</summary>
internal sealed class DocumentsDatabase
{
    private readonly DbContextOptions<CertificateDb> _options;

    private DocumentsDatabase(DbContextOptions<CertificateDb> options) => _options = options;

    public static async Task<DocumentsDatabase> CreateAsync(Servers servers, CancellationToken cancellationToken)
    {
        var connection = await servers.CreateDatabaseAsync("documents", cancellationToken);
        var database = new DocumentsDatabase(
            new DbContextOptionsBuilder<CertificateDb>().UseNpgsql(connection).UseSnakeCaseNamingConvention().Options);
        await using var db = database.Open();
        await db.Database.MigrateAsync(cancellationToken);
        return database;
    }

    public CertificateDb Open() => new(_options, new AgencyScope(new HttpContextAccessor()));
}
