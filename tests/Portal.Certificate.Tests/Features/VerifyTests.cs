using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Certificate.Tests.Support;
using Portal.Contracts.Certificates;
using Portal.Testing;
using Portal.Testing.Answers;

namespace Portal.Certificate.Tests.Features;

public sealed class VerifyTests(Servers servers) : IAsyncLifetime
{
    private const string Code = "01ABC0DEFG1HJKMNPQRSTVWXYZ";
    private CertificateService _service = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var (agency, account) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        _service = await CertificateService.StartAsync(servers, Stop);
        await _service.KnowsAgencyAsync(agency, Stop);
        var policy = Some.Policy(Guid.CreateVersion7());
        await _service.ImportAsync(Some.Import(agency, account, Some.Holder(1, policy.PolicyId)), Stop);
        var renewal = Some.Renewal(agency, account, policy);
        await _service.Bus.PublishAsync(renewal, Stop);
        await _service.Bus.FirstAsync<CertificatesIssued>(
            batch => batch.DistributionId == renewal.DistributionId, Stop);
        await _service.ReadAsync(db => db.Certificates.ExecuteUpdateAsync(
            certificates => certificates.SetProperty(certificate => certificate.VerificationCode, Code), Stop));
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Anybody_may_verify_as_json_and_as_a_page()
    {
        using var asJson = await VerifyAsync(Code, "application/json");
        using var asPage = await VerifyAsync(Code, "text/html");
        using var unknown = await VerifyAsync("0123456789ABCDEFGHJKMNPQRS", "application/json");

        var answer = await asJson.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal(
            ["asOf", "insured", "number", "revision", "since", "status"],
            answer.EnumerateObject().Select(field => field.Name).Order());
        Assert.Equal("current", answer.GetProperty("status").GetString());
        Assert.Contains(
            "O&#x27;Brien Freight LLC", await asPage.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal("text/html", asPage.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Theory]
    [InlineData("O1ABCODEFG1HJKMNPQRSTVWXYZ")]
    [InlineData("0IABC0DEFGlHJKMNPQRSTVWXYZ")]
    [InlineData("01ABC-0DEFG-1HJKM-NPQRS-TVWXY-Z")]
    [InlineData("01abc 0defg 1hjkm npqrs tvwxy z")]
    [InlineData("01ABC0DEFG1HJKMNPQRSTVWXYZ.")]
    [InlineData(" ol-abc odefg ihjkmnpqrstvwxyz. ")]
    public async Task A_code_is_found_however_a_person_reads_and_types_it(string typed)
    {
        using var found = await VerifyAsync(Uri.EscapeDataString(typed), "application/json");

        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
    }

    [Theory]
    [InlineData("01ABC0DEFG1HJKMNPQRSTUWXYZ")]
    [InlineData("01ABC0DEFG1HJKMNPQRSTVWXY")]
    [InlineData("01ABC0DEFG1HJKMNPQRSTVWXYZ0")]
    [InlineData("01ABC0DEFG1HJKMNPQRSTVWXY%")]
    [InlineData("%1ABC0DEFG1HJKMNPQRSTVWXYZ")]
    [InlineData("01ABC.0DEFG1HJKMNPQRSTVWXYZ")]
    [InlineData("０１ABC0DEFG1HJKMNPQRSTVWXYZ")]
    [InlineData("---")]
    public async Task Nothing_else_finds_a_certificate(string typed)
    {
        using var unknown = await VerifyAsync(Uri.EscapeDataString(typed), "application/json");

        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal("verification-code-not-found", (await unknown.ReadAsync<Problem>(Stop)).Code);
    }

    private Task<HttpResponseMessage> VerifyAsync(string code, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/verify/{code}");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        return _service.CreateClient().SendAsync(request, Stop);
    }
}
