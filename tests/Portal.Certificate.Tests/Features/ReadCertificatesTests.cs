using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Certificate.Tests.Support;
using Portal.Contracts;
using Portal.Testing;

namespace Portal.Certificate.Tests.Features;

public sealed class ReadCertificatesTests(Servers servers) : IAsyncLifetime
{
    private const int Holders = 7;
    private readonly Guid _agency = Guid.CreateVersion7();
    private readonly Guid _account = Guid.CreateVersion7();
    private CertificateService _service = null!;
    private PoliciesRenewed _renewal = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await CertificateService.StartAsync(servers, Stop);
        await _service.KnowsAgencyAsync(_agency, Stop);
        var policy = Some.Policy(Guid.CreateVersion7());
        var rows = Enumerable.Range(1, Holders).Select(number => Some.Holder(number, policy.PolicyId)).ToArray();
        await _service.ImportAsync(Some.Import(_agency, _account, rows), Stop);
        _renewal = Some.Renewal(_agency, _account, policy);
        await _service.Bus.PublishAsync(_renewal, Stop);
        await _service.Bus.FirstAsync<CertificatesIssued>(batch => batch.DistributionId == _renewal.DistributionId, Stop);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Pages_together_hold_every_certificate_once()
    {
        var numbers = new List<string>();
        string? cursor = null;
        do
        {
            var page = await CertificateService.GetAsync(
                _service.PartnerOf(_agency),
                $"/api/v1/certificates?distribution={_renewal.DistributionId}&limit=3{(cursor is null ? "" : $"&cursor={cursor}")}",
                Stop);
            numbers.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("number").GetString()!));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);

        Assert.Equal(Holders, numbers.Count);
        Assert.Equal(Holders, numbers.Distinct().Count());
    }

    [Fact]
    public async Task A_certificate_names_the_client_whose_policies_it_shows()
    {
        var partner = _service.PartnerOf(_agency);
        var listed = (await CertificateService.GetAsync(partner, "/api/v1/certificates?limit=1", Stop)).GetProperty("items")[0];
        var read = await CertificateService.GetAsync(partner, $"/api/v1/certificates/{listed.GetProperty("id").GetGuid()}", Stop);

        Assert.Equal(_account, listed.GetProperty("clientId").GetGuid());
        Assert.Equal(_account, read.GetProperty("clientId").GetGuid());
    }

    [Fact]
    public async Task A_made_up_cursor_is_refused_by_name()
    {
        using var response = await _service.PartnerOf(_agency).GetAsync("/api/v1/certificates?cursor=made-up", Stop);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Stop);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("cursor-invalid", problem.GetProperty("code").GetString());
        Assert.Equal("cursor", problem.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    [Theory]
    [InlineData("pending", Holders)]
    [InlineData("delivered", 0)]
    [InlineData("failed", 0)]
    public async Task Certificates_are_found_by_how_far_their_mail_has_come(string delivery, int found)
    {
        var page = await CertificateService.GetAsync(_service.PartnerOf(_agency), $"/api/v1/certificates?delivery={delivery}", Stop);

        Assert.Equal(found, page.GetProperty("items").GetArrayLength());
        Assert.All(page.GetProperty("items").EnumerateArray(), item => Assert.Equal(delivery, item.GetProperty("delivery").GetString()));
    }

    [Fact]
    public async Task A_delivery_that_none_can_have_is_refused_by_name()
    {
        using var response = await _service.PartnerOf(_agency).GetAsync("/api/v1/certificates?delivery=lost", Stop);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Stop);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("delivery-invalid", problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Another_agency_sees_nothing_of_it()
    {
        var stranger = _service.PartnerOf(Guid.CreateVersion7());
        var id = await _service.ReadAsync(db => db.Certificates.Select(certificate => certificate.Id).FirstAsync(Stop));

        var certificates = await CertificateService.GetAsync(stranger, "/api/v1/certificates", Stop);
        var holders = await CertificateService.GetAsync(stranger, "/api/v1/holders", Stop);
        using var certificate = await stranger.GetAsync($"/api/v1/certificates/{id.Value}", Stop);
        using var document = await stranger.GetAsync($"/api/v1/certificates/{id.Value}/document", Stop);

        Assert.Equal(0, certificates.GetProperty("items").GetArrayLength());
        Assert.Equal(0, holders.GetProperty("items").GetArrayLength());
        Assert.Equal(HttpStatusCode.NotFound, certificate.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, document.StatusCode);
    }

    [Fact]
    public async Task The_document_is_a_pdf_and_the_mailing_service_gets_the_same_bytes()
    {
        var id = await _service.ReadAsync(db => db.Certificates.Select(certificate => certificate.Id).FirstAsync(Stop));

        var document = await _service.PartnerOf(_agency).GetByteArrayAsync($"/api/v1/certificates/{id.Value}/document", Stop);
        using var response = await _service.ServiceWith("documents.read").PostAsJsonAsync(
            "/internal/v1/certificate-documents", new { ids = new[] { id.Value, Guid.CreateVersion7() } }, Stop);
        var fetched = await response.Content.ReadFromJsonAsync<JsonElement>(Stop);
        using var refused = await _service.PartnerOf(_agency).PostAsJsonAsync(
            "/internal/v1/certificate-documents", new { ids = new[] { id.Value } }, Stop);

        Assert.True(document.AsSpan().StartsWith("%PDF-"u8));
        Assert.Equal(document, fetched[0].GetProperty("document").GetBytesFromBase64());
        Assert.Equal(1, fetched.GetArrayLength());
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }
}
