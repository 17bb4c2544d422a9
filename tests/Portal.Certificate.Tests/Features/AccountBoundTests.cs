using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Certificate.Tests.Support;
using Portal.Certificates.Features.Certificates.GetCertificates;
using Portal.Certificates.Features.Holders;
using Portal.Contracts.Certificates;
using Portal.Contracts.Imports;
using Portal.Contracts.Policies;
using Portal.Testing;
using Portal.Testing.Answers;

namespace Portal.Certificate.Tests.Features;

/// <summary>Who is bounded to one client of the agency sees nothing of another.</summary>
public sealed class AccountBoundTests(Servers servers) : IAsyncLifetime
{
    private readonly Guid _agency = Guid.CreateVersion7();
    private readonly Guid _mine = Guid.CreateVersion7();
    private readonly Guid _theirs = Guid.CreateVersion7();
    private CertificateService _service = null!;
    private HttpClient _insured = null!;
    private PoliciesRenewed _ownRenewal = null!;
    private PoliciesRenewed _foreignRenewal = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await CertificateService.StartAsync(servers, Stop);
        await _service.KnowsAgencyAsync(_agency, Stop);
        _ownRenewal = await RenewAsync(_mine, Some.Holder(1));
        _foreignRenewal = await RenewAsync(_theirs, Some.Holder(2));
        _insured = _service.InsuredOf(_agency, _mine);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task A_list_of_holders_has_those_of_the_own_account_alone()
    {
        Assert.Equal(_mine, Assert.Single(await HoldersAsync("")).ClientId);
        Assert.Equal(_mine, Assert.Single(await HoldersAsync($"?client={_mine}")).ClientId);
        Assert.Empty(await HoldersAsync($"?client={_theirs}"));
        Assert.Empty(await HoldersAsync("?q=0002"));
    }

    [Fact]
    public async Task A_list_of_certificates_has_those_of_the_own_account_alone()
    {
        Assert.Equal(_mine, Assert.Single(await CertificatesAsync("")).ClientId);
        Assert.Equal(_mine, Assert.Single(await CertificatesAsync($"?client={_mine}")).ClientId);
        Assert.Empty(await CertificatesAsync($"?client={_theirs}"));
        Assert.Empty(await CertificatesAsync("?q=0002"));
    }

    [Fact]
    public async Task An_export_holds_the_rows_of_the_own_account_alone()
    {
        var own = await _insured.GetStringAsync("/api/v1/holders/export", Stop);
        var foreign = await _insured.GetStringAsync($"/api/v1/holders/export?client={_theirs}", Stop);

        Assert.Contains("Holder 0001", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Holder 0002", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Holder 0002", foreign, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_of_another_account_is_not_there_nor_its_document()
    {
        var ids = await _service.ReadAsync(db => db.Certificates.ToDictionaryAsync(
            certificate => certificate.AccountId, certificate => certificate.Id.Value, Stop));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"/api/v1/certificates/{ids[_mine]}"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"/api/v1/certificates/{ids[_mine]}/document"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/api/v1/certificates/{ids[_theirs]}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/api/v1/certificates/{ids[_theirs]}/document"));
        Assert.Empty(await CertificatesAsync($"?distribution={_foreignRenewal.DistributionId}"));
    }

    [Fact]
    public async Task A_distribution_of_another_account_is_not_there_open_or_promised()
    {
        var promised = Promise(_theirs);
        var own = Promise(_mine);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"/api/v1/distributions/{_ownRenewal.DistributionId}"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"/api/v1/distributions/{own}"));
        foreach (var id in new[] { _foreignRenewal.DistributionId, promised })
        {
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/api/v1/distributions/{id}"));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/api/v1/distributions/{id}/events"));
        }
    }

    private async Task<PoliciesRenewed> RenewAsync(Guid account, HolderRow holder)
    {
        var policy = Some.Policy(Guid.CreateVersion7());
        await _service.ImportAsync(Some.Import(_agency, account, holder with { PolicyIds = [policy.PolicyId] }), Stop);
        var renewal = Some.Renewal(_agency, account, policy);
        _service.Policy.Promised[renewal.DistributionId] = Promised(renewal);
        await _service.Bus.PublishAsync(renewal, Stop);
        await _service.Bus.FirstAsync<CertificatesIssued>(
            batch => batch.DistributionId == renewal.DistributionId, Stop);
        return renewal;
    }

    private Guid Promise(Guid account)
    {
        var renewal = Some.Renewal(_agency, account, Some.Policy(Guid.CreateVersion7()));
        _service.Policy.Promised[renewal.DistributionId] = Promised(renewal);
        return renewal.DistributionId;
    }

    private static object Promised(PoliciesRenewed renewal) => new
    {
        renewal.DistributionId,
        renewal.AgencyId,
        renewal.AccountId,
        PolicyIds = renewal.RenewedPolicyIds,
        RequestedAt = DateTimeOffset.UtcNow,
    };

    private Task<IReadOnlyList<HolderResponse>> HoldersAsync(string query) =>
        _insured.ItemsAsync<HolderResponse>($"/api/v1/holders{query}", Stop);

    private Task<IReadOnlyList<CertificateResponse>> CertificatesAsync(string query) =>
        _insured.ItemsAsync<CertificateResponse>($"/api/v1/certificates{query}", Stop);

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var response = await _insured.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, Stop);
        return response.StatusCode;
    }
}
