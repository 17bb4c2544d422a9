using Portal.Policies.Features.Clients.ListClientOverviews;
using Portal.Policies.Features.Policies;
using Portal.Policies.Tests.Support;
using Portal.Testing;
using Portal.Testing.Answers;

namespace Portal.Policies.Tests.Features;

public sealed class SearchTests(SearchTests.Fixture fixture) : IClassFixture<SearchTests.Fixture>
{
    private const string Clients = """
        client_ref,legal_name,dba,street,city,state,zip,contact_name,contact_email,contact_mobile
        J1,José Ibáñez LLC,,1 Main St,Denver,CO,80202,José,jose@ibanez.example,
        L2,"Łukasz Ørsted, Straße 1",,1 Main St,Denver,CO,80202,Łukasz,lukasz@orsted.example,
        P3,Plain 100% Client_,,1 Main St,Denver,CO,80202,Pat,pat@plain.example,
        """;

    private const string Policies = """
        client_ref,line,policy_number,carrier,naic,effective,expiration,form,each_occurrence,general_aggregate
        J1,general_liability,GL-1,Great American Insurance Company,16691,2026-07-01,2027-07-01,occurrence,1000000,2000000
        L2,general_liability,GL-2,Great American Insurance Company,16691,2026-07-01,2027-07-01,occurrence,1000000,2000000
        P3,general_liability,GL-3,Þór Tryggingar hf.,16691,2026-07-01,2027-07-01,occurrence,1000000,2000000
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Jose", "J1")]
    [InlineData("JOSÉ", "J1")]
    [InlineData("jose\u0301 ib", "J1")]
    [InlineData("lukasz", "L2")]
    [InlineData("ORSTED", "L2")]
    [InlineData("strasse", "L2")]
    [InlineData("STRAẞE", "L2")]
    [InlineData("100%", "P3")]
    [InlineData("t_", "P3")]
    [InlineData("p3", "P3")]
    [InlineData("jos_", "")]
    [InlineData("j%s", "")]
    [InlineData("\\", "")]
    public async Task A_client_and_its_policies_are_found_however_the_name_is_typed(string searched, string reference)
    {
        Assert.Equal(
            reference, await FindAsync<ClientOverviewResponse>("client-overviews", searched, client => client.Ref));
        Assert.Equal(
            reference, await FindAsync<PolicyResponse>("policies", searched, policy => policy.ClientRef));
    }

    [Fact]
    public async Task A_policy_is_found_by_its_insurer_however_that_is_typed() =>
        Assert.Equal("P3", await FindAsync<PolicyResponse>("policies", "Thor", policy => policy.ClientRef));

    /// <summary>References of the clients that were found, joined by commas.</summary>
    private async Task<string> FindAsync<T>(string resource, string searched, Func<T, string> reference)
    {
        var found = await fixture.Partner.ItemsAsync<T>(
            $"/api/v1/{resource}?q={Uri.EscapeDataString(searched)}", Stop);
        return string.Join(',', found.Select(reference));
    }

    /// <summary>A service that knows three clients with a policy each; the tests change nothing of it.</summary>
    public sealed class Fixture(Servers servers) : IAsyncLifetime
    {
        private PolicyService _service = null!;

        internal HttpClient Partner { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            _service = await PolicyService.StartAsync(servers, Stop);
            Partner = _service.PartnerOf(Guid.CreateVersion7());
            await Partner.ImportAsync(
                new Dictionary<string, string> { ["clients"] = Clients, ["policies"] = Policies }, Stop);
        }

        public ValueTask DisposeAsync() => _service.DisposeAsync();
    }
}
