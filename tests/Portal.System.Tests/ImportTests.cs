using System.Net;
using System.Text.Json;
using Portal.SystemTests.Running;
using Portal.Testing.Running;

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
        Assert.Equal(0, first.GetProperty("problems").GetArrayLength());

        var second = await system.Portal.Partner.ImportAsync(DemoBook.Files("book"), dryRun: false, Stop);
        AssertCounts(second, (0, 0, 25, 0), (0, 0, 123, 0), (0, 0, 693, 0));

        var messy = await system.Portal.Partner.ImportAsync(
            new Dictionary<string, string> { ["holders"] = DemoBook.FileOf("book", "holders-messy.csv") }, dryRun: false, Stop);
        Assert.Equal("finished", messy.GetProperty("status").GetString());
        var holders = messy.GetProperty("holders");
        Assert.Equal(3, holders.GetProperty("added").GetInt32());
        Assert.Equal(1, holders.GetProperty("unchanged").GetInt32());
        Assert.Equal(6, holders.GetProperty("refused").GetInt32());
        Assert.Equal(
            [(4, "email"), (5, "email"), (6, "client_ref"), (10, "additional_insured"), (10, "email"), (11, "policies"), (12, "policies")],
            Problems(messy));
    }

    [Fact]
    public async Task Who_has_no_token_gets_nothing_but_the_public_pages()
    {
        using var stranger = system.Portal.Stranger();
        foreach (var path in new[] { "/api/v1/policies", "/api/v1/clients", "/api/v1/certificates", "/api/v1/deliveries" })
        {
            using var response = await stranger.GetAsync(path, Stop);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }

        using var inside = await stranger.GetAsync($"/internal/v1/renewals/{Guid.CreateVersion7()}", Stop);
        using var keys = await stranger.GetAsync("/.well-known/jwks.json", Stop);
        Assert.Equal(HttpStatusCode.NotFound, inside.StatusCode);
        Assert.Equal(HttpStatusCode.OK, keys.StatusCode);
    }

    private static IEnumerable<(int Line, string Column)> Problems(JsonElement job) =>
        job.GetProperty("problems").EnumerateArray()
            .Select(problem => (problem.GetProperty("line").GetInt32(), problem.GetProperty("column").GetString()!))
            .Order();

    private static void AssertCounts(
        JsonElement job,
        (int Added, int Updated, int Unchanged, int Refused) clients,
        (int Added, int Updated, int Unchanged, int Refused) policies,
        (int Added, int Updated, int Unchanged, int Refused) holders)
    {
        Assert.Equal("finished", job.GetProperty("status").GetString());
        Assert.Equal(clients, CountsOf(job.GetProperty("clients")));
        Assert.Equal(policies, CountsOf(job.GetProperty("policies")));
        Assert.Equal(holders, CountsOf(job.GetProperty("holders")));
    }

    private static (int Added, int Updated, int Unchanged, int Refused) CountsOf(JsonElement counts) => (
        counts.GetProperty("added").GetInt32(),
        counts.GetProperty("updated").GetInt32(),
        counts.GetProperty("unchanged").GetInt32(),
        counts.GetProperty("refused").GetInt32());
}
