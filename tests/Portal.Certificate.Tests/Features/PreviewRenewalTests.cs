using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Certificate.Tests.Support;
using Portal.Certificates.Features.Distributions;
using Portal.Certificates.Features.Renewals.ListRenewalRecipients;
using Portal.Contracts.Certificates;
using Portal.Contracts.Policies;
using Portal.ServiceDefaults;
using Portal.Testing;
using Portal.Testing.Answers;
using Portal.Testing.Pdf;
using Portal.Testing.Waiting;

namespace Portal.Certificate.Tests.Features;

public sealed class PreviewRenewalTests(Servers servers) : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Json = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        .UsePortalConventions();

    private readonly Guid _agency = Guid.CreateVersion7();
    private readonly Guid _account = Guid.CreateVersion7();
    private readonly Guid _liability = Guid.CreateVersion7();
    private readonly Guid _auto = Guid.CreateVersion7();
    private CertificateService _service = null!;
    private HttpClient _partner = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await CertificateService.StartAsync(servers, Stop);
        await _service.KnowsAgencyAsync(_agency, Stop);
        _partner = _service.PartnerOf(_agency);
        await _service.ImportAsync(
            Some.Import(
                _agency,
                _account,
                Some.Holder(1, _liability, _auto),
                Some.Holder(2, _liability),
                Some.Holder(3, _auto),
                Some.Holder(4, _liability) with { ReceivesRenewals = false }),
            Stop);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Each_holder_is_told_apart_with_the_reason()
    {
        await KnowsPoliciesAsync();
        var page = await RecipientsAsync("");

        Assert.Equal((2, 2), (page.WillReceive, page.WillNotReceive));
        Assert.Equal(
            [
                ("Holder 0001", RecipientReason.Receives), ("Holder 0002", RecipientReason.Receives),
                ("Holder 0003", RecipientReason.NotShownThese), ("Holder 0004", RecipientReason.ReceivesNoRenewals),
            ],
            page.Items.Select(item => (item.Holder.Name, item.Reason)));
    }

    [Theory]
    [InlineData("true", "Holder 0001,Holder 0002")]
    [InlineData("false", "Holder 0003,Holder 0004")]
    public async Task The_list_can_be_narrowed_and_goes_page_by_page(string receives, string names)
    {
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await RecipientsAsync(
                $"&receives={receives}&limit=1{(cursor is null ? "" : $"&cursor={cursor}")}");
            seen.AddRange(page.Items.Select(item => item.Holder.Name));
            cursor = page.Next;
        }
        while (cursor is not null);

        Assert.Equal(names, string.Join(',', seen));
    }

    [Fact]
    public async Task Those_told_beforehand_are_those_that_get_one()
    {
        var receiving = await RecipientsAsync("&receives=true");
        var renewal = Some.Renewal(_agency, _account, Some.Policy(_liability), Some.Policy(_auto, PolicyLine.Auto));
        await _service.Bus.PublishAsync(renewal, Stop);
        var issued = await _service.Bus.FirstAsync<CertificatesIssued>(
            batch => batch.DistributionId == renewal.DistributionId, Stop);

        Assert.Equal(
            receiving.Items.Select(item => item.ShareId).Order(),
            issued.Certificates.Select(certificate => certificate.ShareId).Order());
    }

    [Fact]
    public async Task A_preview_shows_the_certificate_and_says_on_it_that_it_is_none()
    {
        using var response = await PreviewAsync(
            await ShareAsync(1), Some.Policy(_liability) with { Number = "GL-NEXT" });

        var body = await response.Content.ReadAsByteArrayAsync(Stop);
        Assert.True(response.StatusCode == HttpStatusCode.OK, System.Text.Encoding.UTF8.GetString(body));
        var text = PdfTools.Text(body);
        Assert.Contains("GL-NEXT", text, StringComparison.Ordinal);
        Assert.Contains("Holder 0001", text, StringComparison.Ordinal);
        Assert.Contains("PREVIEW NOT ISSUED, NOT VALID", text, StringComparison.Ordinal);
        Assert.Equal("", PdfTools.Complaints(body));
        Assert.Equal(0, await _service.ReadAsync(db => db.Certificates.CountAsync(Stop)));
        Assert.All(
            await _service.ReadAsync(db => db.Shares.ToListAsync(Stop)), share => Assert.Equal(0, share.Revision));
    }

    [Fact]
    public async Task What_cannot_be_previewed_is_refused_by_name()
    {
        using var unnamed = await _partner.GetAsync($"/api/v1/renewal-recipients?client={_account}", Stop);
        using var unshown = await PreviewAsync(await ShareAsync(2), Some.Policy(_auto, PolicyLine.Auto));
        using var unknown = await PreviewAsync(Guid.CreateVersion7(), Some.Policy(_liability));
        using var foreign = await PreviewAsync(
            await ShareAsync(1), Some.Policy(_liability), _service.PartnerOf(Guid.CreateVersion7()));

        await ProblemAsync(unnamed, HttpStatusCode.UnprocessableEntity, "policy-out-of-range");
        await ProblemAsync(unshown, HttpStatusCode.UnprocessableEntity, "nothing-shown");
        await ProblemAsync(unknown, HttpStatusCode.NotFound, "share-not-found");
        await ProblemAsync(foreign, HttpStatusCode.NotFound, "share-not-found");
    }

    [Theory]
    [InlineData("insured")]
    [InlineData("insured.address")]
    [InlineData("insured.address.street")]
    [InlineData("insured.legalName")]
    [InlineData("policies")]
    [InlineData("policies.0")]
    [InlineData("policies.0.limits")]
    [InlineData("policies.0.number")]
    [InlineData("policies.0.endorsements")]
    [InlineData("policies.0.endorsements.0")]
    public async Task What_lacks_something_that_a_certificate_shows_is_refused(string path)
    {
        var policy = Some.Policy(_liability) with { Endorsements = ["CG 20 10"] };
        var body = JsonSerializer.SerializeToNode(
            new
            {
                shareId = await ShareAsync(1),
                insured = Some.Renewal(_agency, _account, policy).Insured,
                policies = new[] { policy },
            }, Json)!;
        var parts = path.Split('.');
        var parent = parts.SkipLast(1)
            .Aggregate(body, (node, part) => int.TryParse(part, out var index) ? node[index]! : node[part]!);
        if (int.TryParse(parts[^1], out var last))
        {
            parent[last] = null;
        }
        else
        {
            parent[parts[^1]] = null;
        }

        using var response = await _partner.PostAsJsonAsync("/api/v1/certificate-previews", body, Stop);

        await ProblemAsync(response, HttpStatusCode.UnprocessableEntity, "preview-incomplete");
    }

    [Fact]
    public async Task Distributions_are_listed_by_client_and_the_latest_alone_where_asked()
    {
        var other = Guid.CreateVersion7();
        var first = await RenewAsync(_account);
        var second = await RenewAsync(_account);
        var ofAnother = await RenewAsync(other);

        Assert.Equal([ofAnother, second, first], await ListAsync(""));
        Assert.Equal([second, first], await ListAsync($"?client={_account}"));
        Assert.Equal([ofAnother, second], await ListAsync($"?latest=true&client={_account}&client={other}"));
        Assert.Equal([ofAnother], await ListAsync("?limit=1"));

        async Task<Guid> RenewAsync(Guid account)
        {
            var renewal = Some.Renewal(_agency, account, Some.Policy(_liability));
            await _service.Bus.PublishAsync(renewal, Stop);
            await _service.Bus.FirstAsync<DistributionStarted>(
                started => started.DistributionId == renewal.DistributionId, Stop);
            return renewal.DistributionId;
        }

        async Task<IEnumerable<Guid>> ListAsync(string query) =>
            (await _partner.ItemsAsync<DistributionResponse>($"/api/v1/distributions{query}", Stop))
                .Select(distribution => distribution.Id).ToList();
    }

    private async Task KnowsPoliciesAsync()
    {
        await _service.Bus.PublishAsync(Added(Some.Policy(_liability)), Stop);
        await _service.Bus.PublishAsync(Added(Some.Policy(_auto, PolicyLine.Auto)), Stop);
        await Eventually.TrueAsync(() => _service.ReadAsync(async db => await db.Policies.CountAsync(Stop) == 2), Stop);

        PolicyAdded Added(PolicySnapshot policy) => new()
        {
            AgencyId = _agency,
            AccountId = _account,
            Policy = policy,
            OccurredAt = DateTimeOffset.UtcNow,
        };
    }

    [Fact]
    public async Task Whoever_manages_the_account_previews_its_certificates_too_and_the_insured_draws_none()
    {
        using var manager = _service.ManagerOf(_agency, _account);
        using var other = _service.ManagerOf(_agency, Guid.CreateVersion7());
        using var insured = _service.InsuredOf(_agency, _account);
        var (share, policy) = (await ShareAsync(1), Some.Policy(_liability));

        using var own = await PreviewAsync(share, policy, manager);
        using var foreign = await PreviewAsync(share, policy, other);
        using var drawn = await PreviewAsync(share, policy, insured);

        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Equal("application/pdf", own.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, drawn.StatusCode);
    }

    private Task<RecipientListResponse> RecipientsAsync(string more) => _partner.ReadAsync<RecipientListResponse>(
        $"/api/v1/renewal-recipients?client={_account}&policy={_liability}{more}", Stop);

    private async Task<Guid> ShareAsync(int number)
    {
        var name = $"Holder {number:0000}";
        return (
            await _service.ReadAsync(db => db.Shares.SingleAsync(share => share.HolderName == name, Stop))).Id.Value;
    }

    private Task<HttpResponseMessage> PreviewAsync(Guid share, PolicySnapshot policy, HttpClient? client = null) =>
        (client ?? _partner).PostAsJsonAsync(
            "/api/v1/certificate-previews",
            new
            {
                shareId = share,
                insured = Some.Renewal(_agency, _account, policy).Insured,
                policies = new[] { policy },
            },
            Json,
            Stop);

    private static async Task ProblemAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(code, (await response.ReadAsync<Problem>(Stop)).Code);
    }
}
