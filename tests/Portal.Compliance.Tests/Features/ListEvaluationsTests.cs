using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Portal.Compliance.Tests.Support;
using Portal.Testing;

namespace Portal.Compliance.Tests.Features;

public sealed class ListEvaluationsTests(Servers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_holder_stands_as_what_it_was_shown_and_what_happened_since()
    {
        await using var service = await ComplianceService.StartAsync(servers, Token);
        var (agency, account) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var policies = new[] { 200, 20, -1, 200 }.Select(days => Some.Policy(Guid.CreateVersion7(), expiresInDays: days)).ToArray();
        var shares = policies.Select(_ => Guid.CreateVersion7()).ToArray();
        var renewed = policies[3] with { Version = 2, Effective = policies[3].Expiration, Expiration = policies[3].Expiration.AddYears(1) };
        await service.Bus.PublishAsync(Some.Renewed(agency, account, renewed), Token);
        await service.PolicyAsync(renewed.PolicyId, _ => true, Token);
        await service.Bus.PublishAsync(
            Some.Issued(agency, account, [.. shares.Select((share, n) => Some.Certificate(share, 1, policies[n]))]), Token);
        await service.ProofAsync(shares[0], _ => true, Token);

        var page = await service.EvaluationsAsync(agency, "", Token);

        Assert.Equal(
            ["current", "expiring", "expired", "superseded_terms"],
            shares.Select(share => ItemOf(page, share).GetProperty("status").GetString()));
        Assert.Equal(JsonValueKind.Null, page.GetProperty("next").ValueKind);
        var expired = ItemOf(page, shares[2]);
        Assert.Equal(account, expired.GetProperty("clientId").GetGuid());
        Assert.Equal("City of Seabrook", expired.GetProperty("holder").GetProperty("name").GetString());
        Assert.NotEmpty(expired.GetProperty("holder").GetProperty("email").GetString()!);
        Assert.Equal("C-000123", expired.GetProperty("certificateNumber").GetString());
        Assert.Equal(1, expired.GetProperty("revision").GetInt32());
        Assert.Equal(DateTimeOffset.UtcNow, expired.GetProperty("asOf").GetDateTimeOffset(), TimeSpan.FromMinutes(1));
        var reason = Assert.Single(expired.GetProperty("reasons").EnumerateArray());
        Assert.Equal(policies[2].PolicyId, reason.GetProperty("policyId").GetGuid());
        Assert.Equal("general_liability", reason.GetProperty("line").GetString());
        Assert.Equal("GL-100200", reason.GetProperty("number").GetString());
        Assert.Equal($"expired {policies[2].Expiration:yyyy-MM-dd}", reason.GetProperty("actual").GetString());

        foreach (var item in page.GetProperty("items").EnumerateArray())
        {
            var status = item.GetProperty("status").GetString();
            var filtered = await service.EvaluationsAsync(agency, $"?status={status}", Token);
            Assert.Equal(
                item.GetProperty("shareId").GetGuid(),
                Assert.Single(filtered.GetProperty("items").EnumerateArray()).GetProperty("shareId").GetGuid());
        }
    }

    [Fact]
    public async Task The_new_certificate_makes_a_superseded_holder_current_again()
    {
        await using var service = await ComplianceService.StartAsync(servers, Token);
        var (agency, account, share) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var old = Some.Policy(Guid.CreateVersion7(), expiresInDays: 15);
        var renewed = Some.Policy(old.PolicyId, version: 2, expiresInDays: 380);
        await service.Bus.PublishAsync(Some.Issued(agency, account, Some.Certificate(share, 1, old)), Token);
        await service.ProofAsync(share, _ => true, Token);
        await service.Bus.PublishAsync(Some.Renewed(agency, account, renewed), Token);
        await service.PolicyAsync(old.PolicyId, _ => true, Token);
        Assert.Equal("superseded_terms", await StatusAsync(service, agency));

        await service.Bus.PublishAsync(Some.Issued(agency, account, Some.Certificate(share, 2, renewed)), Token);
        await service.ProofAsync(share, proof => proof.Revision == 2, Token);

        Assert.Equal("current", await StatusAsync(service, agency));
    }

    [Fact]
    public async Task Pages_show_every_holder_once()
    {
        await using var service = await ComplianceService.StartAsync(servers, Token);
        var (agency, account, policy) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Some.Policy(Guid.CreateVersion7()));
        var shares = Enumerable.Range(0, 25).Select(_ => Guid.CreateVersion7()).ToArray();
        await service.Bus.PublishAsync(
            Some.Issued(agency, account, [.. shares.Select(share => Some.Certificate(share, 1, policy))]), Token);
        await service.ProofAsync(shares[0], _ => true, Token);

        foreach (var filter in new[] { "", "&status=current" })
        {
            var seen = new List<Guid>();
            string? next = null;
            do
            {
                var page = await service.EvaluationsAsync(agency, $"?limit=10{filter}{(next is null ? "" : $"&cursor={next}")}", Token);
                seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("shareId").GetGuid()));
                next = page.GetProperty("next").GetString();
            }
            while (next is not null);

            Assert.Equal(shares.Order(), seen.Order());
        }
    }

    [Fact]
    public async Task A_caller_sees_its_own_agency_and_account_alone()
    {
        await using var service = await ComplianceService.StartAsync(servers, Token);
        var (agency, mine, theirs, policy) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Some.Policy(Guid.CreateVersion7()));
        await service.Bus.PublishAsync(Some.Issued(agency, theirs, Some.Certificate(Guid.CreateVersion7(), 1, policy)), Token);
        await service.Bus.PublishAsync(Some.Issued(agency, mine, Some.Certificate(Guid.CreateVersion7(), 1, policy)), Token);
        await service.CaughtUpAsync(Guid.CreateVersion7(), Token);

        Assert.Equal([theirs, mine], Accounts(await service.EvaluationsAsync(agency, "", Token)).OrderBy(id => id == mine));
        Assert.Equal([mine], Accounts(await service.EvaluationsAsync(agency, $"?client={mine}", Token)));
        Assert.Empty(Accounts(await service.EvaluationsAsync(Guid.CreateVersion7(), "", Token)));
        using var insured = service.InsuredOf(agency, mine);
        Assert.Equal([mine], Accounts(await GetAsync(insured, "")));
        Assert.Empty(Accounts(await GetAsync(insured, $"?client={theirs}")));
    }

    [Theory]
    [InlineData("?status=lapsed", "status-invalid", "status")]
    [InlineData("?cursor=nonsense!", "cursor-invalid", "cursor")]
    public async Task A_filter_that_makes_no_sense_is_refused_by_name(string query, string code, string field)
    {
        await using var service = await ComplianceService.StartAsync(servers, Token);
        using var client = service.PartnerOf(Guid.CreateVersion7());

        using var response = await client.GetAsync(new Uri($"/api/v1/compliance/evaluations{query}", UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal(field, problem.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task Without_the_scope_nothing_is_shown()
    {
        await using var service = await ComplianceService.StartAsync(servers, Token);
        using var other = service.PartnerOf(Guid.CreateVersion7(), "policies.read");
        using var nobody = service.CreateClient();
        var path = new Uri("/api/v1/compliance/evaluations", UriKind.Relative);

        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(path, Token)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync(path, Token)).StatusCode);
    }

    private static JsonElement ItemOf(JsonElement page, Guid share) => Assert.Single(
        page.GetProperty("items").EnumerateArray(), item => item.GetProperty("shareId").GetGuid() == share);

    private static IEnumerable<Guid> Accounts(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("clientId").GetGuid());

    private static Task<JsonElement> GetAsync(HttpClient client, string query) =>
        client.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/compliance/evaluations{query}", UriKind.Relative), Token);

    private static async Task<string?> StatusAsync(ComplianceService service, Guid agency) =>
        Assert.Single((await service.EvaluationsAsync(agency, "", Token)).GetProperty("items").EnumerateArray())
            .GetProperty("status").GetString();
}
