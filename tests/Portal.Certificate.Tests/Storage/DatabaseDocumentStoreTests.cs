using Microsoft.EntityFrameworkCore;
using Npgsql;
using Portal.Certificates.Storage;
using Portal.Testing;

namespace Portal.Certificate.Tests.Storage;

/// <summary>The store in the service's own database.</summary>
public sealed class DatabaseDocumentStoreTests(Servers servers) : DocumentStoreTests(servers)
{
    [Fact]
    public async Task Documents_of_work_that_is_not_saved_are_not_there()
    {
        var document = SomeDocument.Of(100);
        await using (var db = Database.Open())
        {
            await StoreIn(db).AddAsync([document], Stop);
        }

        Assert.Empty(await FindAsync(document.CertificateId));
    }

    private protected override IDocumentStore StoreIn(CertificateDb db) => new DatabaseDocumentStore(db);

    private protected override bool SaysThatItExists(Exception problem) =>
        problem is DbUpdateException
        {
            InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation },
        };
}
