using Portal.Certificates.Domain.Certificates;
using Portal.Certificates.Storage;
using Portal.Testing;

namespace Portal.Certificate.Tests.Storage;

/// <summary>What every store of documents does; a class for each store says how it is reached.</summary>
public abstract class DocumentStoreTests(Servers servers) : IAsyncLifetime
{
    private const int SixteenMegabytes = 16_000_000;

    private DocumentsDatabase _database = null!;

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected DocumentsDatabase Database => _database;

    public async ValueTask InitializeAsync()
    {
        Begin();
        _database = await DocumentsDatabase.CreateAsync(servers, Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(30_000)]
    public async Task What_is_stored_is_found_byte_for_byte(int bytes)
    {
        var document = SomeDocument.Of(bytes);

        await StoreAsync(document);

        var found = Assert.Single(await FindAsync(document.CertificateId));
        Assert.Equal(document.CertificateId, found.CertificateId);
        Assert.Equal(document.Content, found.Content);
        Assert.Null(found.Snapshot);
    }

    [Fact]
    public async Task A_certificate_without_a_document_is_left_out()
    {
        var document = SomeDocument.Of(100);
        await StoreAsync(document);

        Assert.Empty(await FindAsync(CertificateId.New()));
        Assert.Equal(
            document.CertificateId,
            Assert.Single(await FindAsync(CertificateId.New(), document.CertificateId)).CertificateId);
    }

    [Fact]
    public async Task Of_nothing_nothing_is_stored_or_found()
    {
        await StoreAsync();

        Assert.Empty(await FindAsync());
    }

    [Fact]
    public async Task A_second_document_of_a_certificate_fails_and_the_first_stays()
    {
        var first = SomeDocument.Of(100);
        var second = SomeDocument.Of(200, first.CertificateId);
        await StoreAsync(first);

        var problem = await Assert.ThrowsAnyAsync<Exception>(() => StoreAsync(second));

        Assert.True(SaysThatItExists(problem), problem.ToString());
        Assert.Equal(first.Content, Assert.Single(await FindAsync(first.CertificateId)).Content);
    }

    [Fact]
    public async Task Sixteen_megabytes_are_stored()
    {
        var document = SomeDocument.Of(SixteenMegabytes);

        await StoreAsync(document);

        var found = Assert.Single(await FindAsync(document.CertificateId)).Content;
        Assert.True(document.Content.AsSpan().SequenceEqual(found));
    }

    [Fact]
    public async Task A_byte_more_is_refused_with_what_to_do_and_nothing_beside_it_is_stored()
    {
        var (small, large) = (SomeDocument.Of(100), SomeDocument.Of(SixteenMegabytes + 1));

        var problem = await Assert.ThrowsAsync<DocumentTooLargeException>(() => StoreAsync(small, large));

        Assert.Contains(
            $"certificate {large.CertificateId.Value} has 16,000,001 bytes", problem.Message, StringComparison.Ordinal);
        Assert.Contains("shorten its holder's wording", problem.Message, StringComparison.Ordinal);
        Assert.Empty(await FindAsync(small.CertificateId, large.CertificateId));
    }

    [Fact]
    public async Task Writers_side_by_side_store_all_of_theirs()
    {
        var batches = Enumerable.Range(0, 8).Select(_ => SomeDocument.Many(25)).ToList();

        await Task.WhenAll(batches.Select(StoreAsync));

        var all = batches.SelectMany(batch => batch).ToList();
        var found = await FindAsync([.. all.Select(document => document.CertificateId)]);
        Assert.Equal(ContentById(all), ContentById(found));
    }

    [Fact]
    public async Task Of_writers_of_one_certificate_one_succeeds()
    {
        var first = SomeDocument.Of(100);
        var rivals = Enumerable.Range(0, 6).Select(_ => SomeDocument.Of(100, first.CertificateId)).Prepend(first)
            .ToList();

        var outcomes = await Task.WhenAll(
            rivals.Select(
                async rival => (Rival: rival, Problem: await Record.ExceptionAsync(() => StoreAsync(rival)))));

        var winner = Assert.Single(outcomes, outcome => outcome.Problem is null).Rival;
        Assert.All(
            outcomes.Where(outcome => outcome.Problem is not null),
            outcome => Assert.True(SaysThatItExists(outcome.Problem!), outcome.Problem!.ToString()));
        Assert.Equal(winner.Content, Assert.Single(await FindAsync(first.CertificateId)).Content);
    }

    [Fact]
    public async Task A_batch_is_found_in_one_answer_without_what_was_not_asked_for()
    {
        var (wanted, others) = (SomeDocument.Many(200), SomeDocument.Many(50));
        await StoreAsync([.. wanted, .. others]);

        var found = await FindAsync([.. wanted.Select(document => document.CertificateId)]);

        Assert.Equal(wanted.Length, found.Count);
        Assert.Equal(ContentById(wanted), ContentById(found));
    }

    /// <summary>Reaches the store's own server, or skips.</summary>
    private protected virtual void Begin()
    {
    }

    private protected virtual ValueTask EndAsync() => ValueTask.CompletedTask;

    private protected abstract IDocumentStore StoreIn(CertificateDb db);

    /// <summary>Whether the store fails so because the certificate has a document.</summary>
    private protected abstract bool SaysThatItExists(Exception problem);

    /// <summary>Stores as the consumer does: within a unit of work.</summary>
    private protected async Task StoreAsync(params Document[] documents)
    {
        await using var db = _database.Open();
        await StoreIn(db).AddAsync(documents, Stop);
        await db.SaveChangesAsync(Stop);
    }

    private protected async Task<IReadOnlyList<Document>> FindAsync(params CertificateId[] certificates)
    {
        await using var db = _database.Open();
        return await StoreIn(db).FindAsync(certificates, Stop);
    }

    private static SortedDictionary<Guid, string> ContentById(IEnumerable<Document> documents) =>
        new(documents.ToDictionary(
            document => document.CertificateId.Value, document => Convert.ToHexString(document.Content)));
}
