using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Certificate.Tests.Support;
using Portal.Certificates.Domain.Certificates;
using Portal.Certificates.Features.Certificates.GetCertificates;
using Portal.Certificates.Features.Documents.FetchDocuments;
using Portal.Certificates.Features.Holders;
using Portal.Contracts.Certificates;
using Portal.Contracts.Policies;
using Portal.Testing;
using Portal.Testing.Answers;

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
        await _service.Bus.FirstAsync<CertificatesIssued>(
            batch => batch.DistributionId == _renewal.DistributionId, Stop);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Pages_together_hold_every_certificate_once()
    {
        var pages = await _service.PartnerOf(_agency).PagesAsync<CertificateResponse>(
            $"/api/v1/certificates?distribution={_renewal.DistributionId}&limit=3", Stop);

        Assert.Equal([3, 3, 1], pages.Select(page => page.Count));
        Assert.Equal(
            Holders, pages.SelectMany(page => page).Select(certificate => certificate.Number).Distinct().Count());
    }

    [Fact]
    public async Task A_certificate_names_the_client_whose_policies_it_shows()
    {
        var partner = _service.PartnerOf(_agency);
        var listed = Assert.Single(
            await partner.ItemsAsync<CertificateResponse>("/api/v1/certificates?limit=1", Stop));
        var read = await partner.ReadAsync<CertificateResponse>($"/api/v1/certificates/{listed.Id}", Stop);

        Assert.Equal(_account, listed.ClientId);
        Assert.Equal(_account, read.ClientId);
    }

    [Fact]
    public async Task A_made_up_cursor_is_refused_by_name()
    {
        using var response = await _service.PartnerOf(_agency).GetAsync("/api/v1/certificates?cursor=made-up", Stop);
        var problem = await response.ReadAsync<Problem>(Stop);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("cursor-invalid", problem.Code);
        Assert.Equal("cursor", problem.Errors![0].Field);
    }

    [Theory]
    [InlineData("pending", DeliveryState.Pending, Holders)]
    [InlineData("delivered", DeliveryState.Delivered, 0)]
    [InlineData("failed", DeliveryState.Failed, 0)]
    public async Task Certificates_are_found_by_how_far_their_mail_has_come(
        string delivery, DeliveryState state, int found)
    {
        var certificates = await _service.PartnerOf(_agency).ItemsAsync<CertificateResponse>(
            $"/api/v1/certificates?delivery={delivery}", Stop);

        Assert.Equal(found, certificates.Count);
        Assert.All(certificates, certificate => Assert.Equal(state, certificate.Delivery));
    }

    [Fact]
    public async Task A_delivery_that_none_can_have_is_refused_by_name()
    {
        using var response = await _service.PartnerOf(_agency).GetAsync("/api/v1/certificates?delivery=lost", Stop);
        var problem = await response.ReadAsync<Problem>(Stop);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("delivery-invalid", problem.Code);
    }

    [Fact]
    public async Task Another_agency_sees_nothing_of_it()
    {
        var stranger = _service.PartnerOf(Guid.CreateVersion7());
        var id = await _service.ReadAsync(db => db.Certificates.Select(certificate => certificate.Id).FirstAsync(Stop));

        var certificates = await stranger.ItemsAsync<CertificateResponse>("/api/v1/certificates", Stop);
        var holders = await stranger.ItemsAsync<HolderResponse>("/api/v1/holders", Stop);
        using var certificate = await stranger.GetAsync($"/api/v1/certificates/{id.Value}", Stop);
        using var document = await stranger.GetAsync($"/api/v1/certificates/{id.Value}/document", Stop);

        Assert.Empty(certificates);
        Assert.Empty(holders);
        Assert.Equal(HttpStatusCode.NotFound, certificate.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, document.StatusCode);
    }

    [Fact]
    public async Task The_document_is_a_pdf_and_the_mailing_service_gets_the_same_bytes()
    {
        var id = await _service.ReadAsync(db => db.Certificates.Select(certificate => certificate.Id).FirstAsync(Stop));

        var document = await _service.PartnerOf(_agency)
            .GetByteArrayAsync($"/api/v1/certificates/{id.Value}/document", Stop);
        using var response = await _service.ServiceWith("documents.read").PostAsJsonAsync(
            "/internal/v1/certificate-documents", new { ids = new[] { id.Value, Guid.CreateVersion7() } }, Stop);
        var fetched = await response.ReadAsync<IReadOnlyList<FetchedDocument>>(Stop);
        using var refused = await _service.PartnerOf(_agency).PostAsJsonAsync(
            "/internal/v1/certificate-documents", new { ids = new[] { id.Value } }, Stop);

        Assert.True(document.AsSpan().StartsWith("%PDF-"u8));
        Assert.Equal(document, Assert.Single(fetched).Document);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }
}
