using Portal.Certificate.Tests.Support;
using Portal.Certificates.Features.Certificates.GetCertificates;
using Portal.Certificates.Features.Holders;
using Portal.Contracts.Certificates;
using Portal.Testing;
using Portal.Testing.Answers;

namespace Portal.Certificate.Tests.Features;

public sealed class SearchTests(SearchTests.Shelf shelf) : IClassFixture<SearchTests.Shelf>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Searches { get; } = new()
    {
        { "Jose", "José Ibáñez" },
        { "JOSÉ", "José Ibáñez" },
        { "jose\u0301 ib", "José Ibáñez" },
        { "lukasz", "Łukasz Ørsted, Straße 1" },
        { "ORSTED", "Łukasz Ørsted, Straße 1" },
        { "strasse", "Łukasz Ørsted, Straße 1" },
        { "STRAẞE", "Łukasz Ørsted, Straße 1" },
        { "plain", "Plain 100% Holder_" },
        { "100%", "Plain 100% Holder_" },
        { "r_", "Plain 100% Holder_" },
    };

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task A_holder_is_found_however_its_name_is_typed(string searched, string name) =>
        Assert.Equal([name], (await FindAsync<HolderResponse>("holders", searched)).Select(row => row.Name));

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task A_certificate_is_found_however_its_holder_is_typed(string searched, string name) => Assert.Equal(
        [name], (await FindAsync<CertificateResponse>("certificates", searched)).Select(row => row.Holder.Name));

    [Theory]
    [InlineData("jos_")]
    [InlineData("j%s")]
    [InlineData("\\")]
    public async Task A_search_takes_what_is_typed_literally(string searched)
    {
        Assert.Empty(await FindAsync<HolderResponse>("holders", searched));
        Assert.Empty(await FindAsync<CertificateResponse>("certificates", searched));
    }

    private Task<IReadOnlyList<T>> FindAsync<T>(string resource, string searched) =>
        shelf.Partner.ItemsAsync<T>($"/api/v1/{resource}?q={Uri.EscapeDataString(searched)}", Stop);

    /// <summary>A service with three holders that have a certificate each; the tests change nothing of it.</summary>
    public sealed class Shelf(Servers servers) : IAsyncLifetime
    {
        private CertificateService _service = null!;

        internal HttpClient Partner { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            var (agency, account) = (Guid.CreateVersion7(), Guid.CreateVersion7());
            _service = await CertificateService.StartAsync(servers, Stop);
            await _service.KnowsAgencyAsync(agency, Stop);
            var policy = Some.Policy(Guid.CreateVersion7());
            string[] names = ["José Ibáñez", "Łukasz Ørsted, Straße 1", "Plain 100% Holder_"];
            await _service.ImportAsync(
                Some.Import(
                    agency,
                    account,
                    [.. names.Select(
                        (name, index) => Some.Holder(index + 1, policy.PolicyId) with { Name = name })]), Stop);
            var renewal = Some.Renewal(agency, account, policy);
            await _service.Bus.PublishAsync(renewal, Stop);
            await _service.Bus.FirstAsync<CertificatesIssued>(
                batch => batch.DistributionId == renewal.DistributionId, Stop);
            Partner = _service.PartnerOf(agency);
        }

        public ValueTask DisposeAsync() => _service.DisposeAsync();
    }
}
