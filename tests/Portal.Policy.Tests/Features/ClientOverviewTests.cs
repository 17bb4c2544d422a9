using System.Net;
using Portal.Policies.Features.Clients.ListClientOverviews;
using Portal.Policies.Tests.Support;
using Portal.ServiceDefaults.Paging;
using Portal.Testing.Answers;

namespace Portal.Policies.Tests.Features;

public sealed class ClientOverviewTests(ImportedPolicies imported) : IClassFixture<ImportedPolicies>
{
    private const string Path = "/api/v1/client-overviews";

    private readonly HttpClient _partner = imported.Partner;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_is_shown_with_its_next_renewal_and_what_has_run_out()
    {
        var client = (await ListAsync("?q=o'brien")).Single();

        Assert.Equal(
            ("C1", 3, 1, Some.Day("2027-07-01")), (client.Ref, client.Policies, client.Expired, client.NextRenewal));
    }

    [Theory]
    [InlineData("q=c1", "C1")]
    [InlineData("q=%25", "")]
    [InlineData("expired=true", "C1")]
    [InlineData("renewingBefore=2020-01-01", "")]
    [InlineData("renewingBefore=2027-07-02&q=C1", "C1")]
    public async Task A_filter_narrows_the_list(string query, string references) =>
        Assert.Equal(
            references, string.Join(',', (await ListAsync($"?{query}")).Select(client => client.Ref)));

    [Theory]
    [InlineData("name")]
    [InlineData("-name")]
    [InlineData("nextRenewal")]
    [InlineData("-nextRenewal")]
    public async Task Pages_follow_each_other_in_each_order(string sort)
    {
        var whole = (await ListAsync($"?sort={sort}")).Select(client => client.Ref).ToList();
        var paged = new List<string>();
        string? next = "";
        while (next is not null)
        {
            var page = await _partner.ReadAsync<Page<ClientOverviewResponse>>(
                $"{Path}?sort={sort}&limit=1{(next == "" ? "" : $"&cursor={next}")}", Stop);
            paged.AddRange(page.Items.Select(client => client.Ref));
            next = page.Next;
        }

        Assert.True(whole.Count > 1);
        Assert.Equal(whole, paged);
    }

    [Fact]
    public async Task An_order_turned_round_is_the_other_one()
    {
        var up = (await ListAsync("?sort=name")).Select(client => client.Ref);
        var down = (await ListAsync("?sort=-name")).Select(client => client.Ref);

        Assert.Equal(up.Reverse(), down);
    }

    [Fact]
    public async Task Another_agency_sees_no_client() =>
        Assert.Empty(
            await imported.Service.PartnerOf(Guid.CreateVersion7()).ItemsAsync<ClientOverviewResponse>(Path, Stop));

    [Theory]
    [InlineData("01/02/2027")]
    [InlineData("")]
    public async Task A_day_is_taken_as_JSON_writes_it_alone(string day)
    {
        using var response = await _partner.GetAsync($"{Path}?renewingBefore={day}", Stop);

        await response.AssertProblemAsync(
            HttpStatusCode.UnprocessableEntity, "renewing-before-invalid", "renewingBefore", Stop);
    }

    [Fact]
    public async Task A_sort_that_is_not_known_is_refused()
    {
        using var response = await _partner.GetAsync($"{Path}?sort=size", Stop);

        await response.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "sort-invalid", "sort", Stop);
    }

    private Task<IReadOnlyList<ClientOverviewResponse>> ListAsync(string query) =>
        _partner.ItemsAsync<ClientOverviewResponse>(Path + query, Stop);
}
