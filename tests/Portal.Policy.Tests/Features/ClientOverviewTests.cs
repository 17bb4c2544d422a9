using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Portal.Policies.Tests.Support;

namespace Portal.Policies.Tests.Features;

public sealed class ClientOverviewTests(ImportedBook book) : IClassFixture<ImportedBook>
{
    private const string Path = "/api/v1/client-overviews";

    private readonly HttpClient _partner = book.Partner;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_is_shown_with_its_next_renewal_and_what_has_run_out()
    {
        var client = (await _partner.ItemsAsync($"{Path}?q=o'brien", Stop)).Single();

        Assert.Equal(
            ("C1", 3, 1, "2027-07-01"),
            (client.GetProperty("ref").GetString(), client.GetProperty("policies").GetInt32(),
                client.GetProperty("expired").GetInt32(), client.GetProperty("nextRenewal").GetString()));
    }

    [Theory]
    [InlineData("q=c1", "C1")]
    [InlineData("q=%25", "")]
    [InlineData("expired=true", "C1")]
    [InlineData("renewingBefore=2020-01-01", "")]
    [InlineData("renewingBefore=2027-07-02&q=C1", "C1")]
    public async Task A_filter_narrows_the_list(string query, string references) =>
        Assert.Equal(references, string.Join(',', (await _partner.ItemsAsync($"{Path}?{query}", Stop)).Select(Reference)));

    [Theory]
    [InlineData("name")]
    [InlineData("-name")]
    [InlineData("nextRenewal")]
    [InlineData("-nextRenewal")]
    public async Task Pages_follow_each_other_in_each_order(string sort)
    {
        var whole = (await _partner.ItemsAsync($"{Path}?sort={sort}", Stop)).Select(Reference).ToList();
        var paged = new List<string?>();
        string? next = "";
        while (next is not null)
        {
            var page = await _partner.GetFromJsonAsync<JsonElement>($"{Path}?sort={sort}&limit=1{(next == "" ? "" : $"&cursor={next}")}", Stop);
            paged.AddRange(page.GetProperty("items").EnumerateArray().Select(Reference));
            next = page.GetProperty("next").GetString();
        }

        Assert.True(whole.Count > 1);
        Assert.Equal(whole, paged);
    }

    [Fact]
    public async Task An_order_turned_round_is_the_other_one()
    {
        var up = (await _partner.ItemsAsync($"{Path}?sort=name", Stop)).Select(Reference);
        var down = (await _partner.ItemsAsync($"{Path}?sort=-name", Stop)).Select(Reference);

        Assert.Equal(up.Reverse(), down);
    }

    [Fact]
    public async Task Another_agency_sees_no_client() =>
        Assert.Empty(await book.Service.PartnerOf(Guid.CreateVersion7()).ItemsAsync(Path, Stop));

    [Fact]
    public async Task A_sort_that_is_not_known_is_refused()
    {
        using var response = await _partner.GetAsync($"{Path}?sort=size", Stop);

        await response.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "sort-invalid", "sort", Stop);
    }

    private static string? Reference(JsonElement client) => client.GetProperty("ref").GetString();
}
