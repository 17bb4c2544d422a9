using System.Net;
using Portal.Compliance.Domain.Evaluations;
using Portal.Compliance.Features.Evaluations.ListEvaluations;
using Portal.Compliance.Tests.Support;
using Portal.Contracts.Policies;
using Portal.Testing;
using Portal.Testing.Answers;

namespace Portal.Compliance.Tests.Features;

public sealed class ListEvaluationsTests(Servers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_holder_stands_as_what_it_was_shown_and_what_happened_since()
    {
        await using var service = await ComplianceService.StartAsync(servers, Token);
        var (agency, account) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var policies = new[] { 200, 20, -1, 200 }.Select(
            days => Some.Policy(Guid.CreateVersion7(), expiresInDays: days)).ToArray();
        var shares = policies.Select(_ => Guid.CreateVersion7()).ToArray();
        var renewed = policies[3] with
        {
            Version = 2,
            Effective = policies[3].Expiration,
            Expiration = policies[3].Expiration.AddYears(1),
        };
        await service.Bus.PublishAsync(Some.Renewed(agency, account, renewed), Token);
        await service.PolicyAsync(renewed.PolicyId, _ => true, Token);
        await service.Bus.PublishAsync(
            Some.Issued(
                agency, account, [.. shares.Select((share, n) => Some.Certificate(share, 1, policies[n]))]), Token);
        await service.ProofAsync(shares[0], _ => true, Token);

        using var partner = service.PartnerOf(agency);
        var page = Assert.Single(
            await partner.PagesAsync<EvaluationResponse>(ComplianceService.Evaluations, Token));

        string[] words = ["current", "expiring", "expired", "superseded_terms"];
        Assert.Equal(
            [
                ComplianceStatus.Current, ComplianceStatus.Expiring, ComplianceStatus.Expired,
                ComplianceStatus.SupersededTerms,
            ],
            shares.Select(share => ItemOf(page, share).Status));
        var expired = ItemOf(page, shares[2]);
        Assert.Equal(account, expired.ClientId);
        Assert.Equal("City of Seabrook", expired.Holder.Name);
        Assert.NotEmpty(expired.Holder.Email);
        Assert.Equal("C-000123", expired.CertificateNumber);
        Assert.Equal(1, expired.Revision);
        Assert.Equal(DateTimeOffset.UtcNow, expired.AsOf, TimeSpan.FromMinutes(1));
        var reason = Assert.Single(expired.Reasons);
        Assert.Equal(policies[2].PolicyId, reason.PolicyId);
        Assert.Equal(PolicyLine.GeneralLiability, reason.Line);
        Assert.Equal("GL-100200", reason.Number);
        Assert.Equal($"expired {policies[2].Expiration:yyyy-MM-dd}", reason.Actual);

        foreach (var (share, word) in shares.Zip(words))
        {
            var filtered = await service.EvaluationsAsync(agency, $"?status={word}", Token);
            Assert.Equal(share, Assert.Single(filtered).ShareId);
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
        Assert.Equal(ComplianceStatus.SupersededTerms, await StatusAsync(service, agency));

        await service.Bus.PublishAsync(Some.Issued(agency, account, Some.Certificate(share, 2, renewed)), Token);
        await service.ProofAsync(share, proof => proof.Revision == 2, Token);

        Assert.Equal(ComplianceStatus.Current, await StatusAsync(service, agency));
    }

    [Fact]
    public async Task Pages_show_every_holder_once()
    {
        await using var service = await ComplianceService.StartAsync(servers, Token);
        var (agency, account, policy) = (
            Guid.CreateVersion7(), Guid.CreateVersion7(), Some.Policy(Guid.CreateVersion7()));
        var shares = Enumerable.Range(0, 25).Select(_ => Guid.CreateVersion7()).ToArray();
        await service.Bus.PublishAsync(
            Some.Issued(agency, account, [.. shares.Select(share => Some.Certificate(share, 1, policy))]), Token);
        await service.ProofAsync(shares[0], _ => true, Token);

        using var partner = service.PartnerOf(agency);
        foreach (var filter in new[] { "", "&status=current" })
        {
            var pages = await partner.PagesAsync<EvaluationResponse>(
                $"{ComplianceService.Evaluations}?limit=10{filter}", Token);

            Assert.Equal([10, 10, 5], pages.Select(page => page.Count));
            Assert.Equal(shares.Order(), pages.SelectMany(page => page).Select(item => item.ShareId).Order());
        }
    }

    [Fact]
    public async Task A_caller_sees_its_own_agency_and_account_alone()
    {
        await using var service = await ComplianceService.StartAsync(servers, Token);
        var (agency, mine, theirs, policy) = (
            Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Some.Policy(Guid.CreateVersion7()));
        await service.Bus.PublishAsync(
            Some.Issued(agency, theirs, Some.Certificate(Guid.CreateVersion7(), 1, policy)), Token);
        await service.Bus.PublishAsync(
            Some.Issued(agency, mine, Some.Certificate(Guid.CreateVersion7(), 1, policy)), Token);
        await service.CaughtUpAsync(Guid.CreateVersion7(), Token);

        Assert.Equal(
            [theirs, mine], Accounts(await service.EvaluationsAsync(agency, "", Token)).OrderBy(id => id == mine));
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

        using var response = await client.GetAsync(
            new Uri(ComplianceService.Evaluations + query, UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var problem = await response.ReadAsync<Problem>(Token);
        Assert.Equal(code, problem.Code);
        Assert.Equal(field, problem.Errors![0].Field);
    }

    [Fact]
    public async Task Without_the_scope_nothing_is_shown()
    {
        await using var service = await ComplianceService.StartAsync(servers, Token);
        using var other = service.PartnerOf(Guid.CreateVersion7(), "policies.read");
        using var nobody = service.CreateClient();
        var path = new Uri(ComplianceService.Evaluations, UriKind.Relative);

        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(path, Token)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync(path, Token)).StatusCode);
    }

    private static EvaluationResponse ItemOf(IEnumerable<EvaluationResponse> page, Guid share) =>
        Assert.Single(page, item => item.ShareId == share);

    private static IEnumerable<Guid> Accounts(IEnumerable<EvaluationResponse> page) =>
        page.Select(item => item.ClientId);

    private static Task<IReadOnlyList<EvaluationResponse>> GetAsync(HttpClient client, string query) =>
        client.ItemsAsync<EvaluationResponse>(ComplianceService.Evaluations + query, Token);

    private static async Task<ComplianceStatus> StatusAsync(ComplianceService service, Guid agency) =>
        Assert.Single(await service.EvaluationsAsync(agency, "", Token)).Status;
}
