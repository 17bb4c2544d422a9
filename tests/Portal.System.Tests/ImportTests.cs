using System.Net;
using Portal.SystemTests.Running;
using Portal.Testing.Running;
using Portal.Testing.Running.Answers;

namespace Portal.SystemTests;

/// <summary>The demo book on its way in, through the gateway.</summary>
[Collection(PortalCollection.Name)]
public sealed class ImportTests(PortalSystem system)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_book_comes_in_once_and_its_dirt_is_refused_row_by_row_with_reasons()
    {
        var dry = await system.Portal.Partner.ImportAsync(DemoBook.Files("book"), dryRun: true, Stop);
        AssertCounts(dry, (25, 0, 0, 0), (123, 0, 0, 0), (693, 0, 0, 0));
        Assert.Empty(await system.Portal.Partner.PoliciesAsync("C610001", Stop));

        var first = await system.Portal.Partner.ImportAsync(DemoBook.Files("book"), dryRun: false, Stop);
        AssertCounts(first, (25, 0, 0, 0), (123, 0, 0, 0), (693, 0, 0, 0));
        Assert.Empty(first.Problems);

        var second = await system.Portal.Partner.ImportAsync(DemoBook.Files("book"), dryRun: false, Stop);
        AssertCounts(second, (0, 0, 25, 0), (0, 0, 123, 0), (0, 0, 693, 0));

        var messy = await system.Portal.Partner.ImportAsync(
            new Dictionary<string, string>
            {
                ["holders"] = DemoBook.FileOf("book", "holders-messy.csv"),
            }, dryRun: false, Stop);
        Assert.Equal("finished", messy.Status);
        Assert.Equal((3, 1, 6), (messy.Holders.Added, messy.Holders.Unchanged, messy.Holders.Refused));
        Assert.Equal(
            [
                (4, "email"), (5, "email"), (6, "client_ref"), (10, "additional_insured"), (10, "email"),
                (11, "policies"), (12, "policies"),
            ],
            messy.Problems.Select(problem => (problem.Line, problem.Column)).Order());
    }

    [Fact]
    public async Task Who_has_no_token_gets_nothing_but_the_public_pages()
    {
        using var stranger = system.Portal.Stranger();
        foreach (
            var path in new[] { "/api/v1/policies", "/api/v1/clients", "/api/v1/certificates", "/api/v1/deliveries" })
        {
            using var response = await stranger.GetAsync(path, Stop);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }

        using var inside = await stranger.GetAsync($"/internal/v1/renewals/{Guid.CreateVersion7()}", Stop);
        using var keys = await stranger.GetAsync("/.well-known/jwks.json", Stop);
        Assert.Equal(HttpStatusCode.NotFound, inside.StatusCode);
        Assert.Equal(HttpStatusCode.OK, keys.StatusCode);
    }

    private static void AssertCounts(
        ImportAnswer job,
        (int Added, int Updated, int Unchanged, int Refused) clients,
        (int Added, int Updated, int Unchanged, int Refused) policies,
        (int Added, int Updated, int Unchanged, int Refused) holders)
    {
        Assert.Equal("finished", job.Status);
        Assert.Equal(clients, CountsOf(job.Clients));
        Assert.Equal(policies, CountsOf(job.Policies));
        Assert.Equal(holders, CountsOf(job.Holders));
    }

    private static (int Added, int Updated, int Unchanged, int Refused) CountsOf(ImportCountsAnswer counts) =>
        (counts.Added, counts.Updated, counts.Unchanged, counts.Refused);
}
