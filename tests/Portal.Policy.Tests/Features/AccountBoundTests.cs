using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Contracts.Policies;
using Portal.Policies.Features.Policies;
using Portal.Policies.Tests.Support;
using Portal.Testing;
using Portal.Testing.Answers;

namespace Portal.Policies.Tests.Features;

/// <summary>Who is bounded to one client of the agency neither sees nor changes another.</summary>
public sealed class AccountBoundTests(Servers servers) : IAsyncLifetime
{
    private const string NextYear = """{ "effective": "2027-07-01", "expiration": "2028-07-01" }""";

    private readonly Guid _agency = Guid.CreateVersion7();
    private PolicyService _service = null!;
    private HttpClient _partner = null!;
    private HttpClient _insured = null!;
    private Uri _import = null!;
    private Dictionary<string, PolicyResponse> _policies = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Guid Mine => ClientOf("UM-2");

    private Guid Theirs => ClientOf("GL-1");

    public async ValueTask InitializeAsync()
    {
        _service = await PolicyService.StartAsync(servers, Stop);
        _partner = _service.PartnerOf(_agency);
        using var started = await _partner.UploadAsync(
            new Dictionary<string, string>
            {
                ["clients"] = PartnerCalls.Data("clients.csv"),
                ["policies"] = PartnerCalls.Data("policies.csv"),
            },
            dryRun: false,
            Stop);
        _import = started.Headers.Location!;
        await _partner.EndOfImportAsync(_import, Stop);
        _policies = (await _partner.ItemsAsync<PolicyResponse>("/api/v1/policies", Stop))
            .ToDictionary(policy => policy.Number);
        _insured = _service.InsuredOf(_agency, Mine);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task An_insured_sees_its_own_policies_and_no_others_whatever_it_asks_for()
    {
        Assert.Equal(["UM-2"], await NumbersAsync("/api/v1/policies"));
        Assert.Equal(["UM-2"], await NumbersAsync($"/api/v1/policies?client={Mine}"));
        Assert.Empty(await NumbersAsync($"/api/v1/policies?client={Theirs}"));
        Assert.Empty(await NumbersAsync("/api/v1/policies?clientRef=C1"));
        Assert.Empty(await NumbersAsync("/api/v1/policies?q=gl-1"));
        using var own = await _insured.GetAsync(PathOf("UM-2"), Stop);
        using var foreign = await _insured.GetAsync(PathOf("GL-1"), Stop);

        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        await foreign.AssertProblemAsync(HttpStatusCode.NotFound, "policy-not-found", null, Stop);
    }

    [Fact]
    public async Task An_import_is_the_agencys_and_not_shown_to_an_insured_nor_started_by_one()
    {
        using var read = await _insured.GetAsync(_import, Stop);
        using var started = await _insured.UploadAsync(
            new Dictionary<string, string> { ["clients"] = PartnerCalls.Data("clients.csv") }, dryRun: false, Stop);

        await read.AssertProblemAsync(HttpStatusCode.NotFound, "import-not-found", null, Stop);
        await started.AssertProblemAsync(HttpStatusCode.Forbidden, "import-of-whole-agency", null, Stop);
        Assert.Equal(1, await _service.ReadAsync(db => db.Imports.CountAsync(Stop)));
    }

    [Fact]
    public async Task Nothing_of_another_client_is_changed()
    {
        using var renewed = await _insured.SendJsonAsync(HttpMethod.Post, PathOf("GL-1") + "/renewals", NextYear, Stop);
        using var client = await _insured.SendJsonAsync(
            HttpMethod.Post, $"/api/v1/clients/{Theirs}/renewals", Batch("GL-1"), Stop);
        using var patched = await _insured.SendJsonAsync(
            HttpMethod.Patch, PathOf("GL-1"), """{ "number": "X" }""", Stop);
        using var moved = await _insured.SendJsonAsync(
            HttpMethod.Patch, PathOf("GL-1"), """{ "effective": "2027-07-01" }""", Stop);
        using var cancelled = await _insured.SendJsonAsync(
            HttpMethod.Post, PathOf("GL-1") + "/cancellations", Some.Cancellation("2026-11-01"), Stop);
        using var smuggled = await _insured.SendJsonAsync(
            HttpMethod.Post, $"/api/v1/clients/{Mine}/renewals", Batch("GL-1"), Stop);

        Assert.All(
            [renewed, client, patched, moved, cancelled],
            response => Assert.Equal(HttpStatusCode.NotFound, response.StatusCode));
        await smuggled.AssertProblemAsync(
            HttpStatusCode.UnprocessableEntity, "policy-not-of-client", "renewals[0].policyId", Stop);
        var now = (await _partner.ItemsAsync<PolicyResponse>("/api/v1/policies", Stop))
            .ToDictionary(policy => policy.Number);
        Assert.Equal(_policies["GL-1"].Etag, now["GL-1"].Etag);
        Assert.Equal(0, await _service.ReadAsync(db => db.Renewals.CountAsync(Stop)));
        Assert.Empty(_service.Bus.Received<PoliciesRenewed>());
    }

    [Fact]
    public async Task Its_own_policy_an_account_renews_where_the_scope_allows()
    {
        using var response = await _insured.SendJsonAsync(
            HttpMethod.Post, PathOf("UM-2") + "/renewals", """{ "effective": "2027-01-01", "expiration": "2028-01-01" }""", Stop);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var told = await _service.Bus.FirstAsync<PoliciesRenewed>(_ => true, Stop);
        Assert.Equal((Mine, 1), (told.AccountId, told.Policies.Length));
    }

    [Fact]
    public async Task An_answer_that_one_account_was_given_is_not_given_to_another_under_the_same_key()
    {
        var (theirs, mine) = (_service.PartnerOf(_agency, Theirs), _service.PartnerOf(_agency, Mine));
        using var first = await RenewAsync(theirs);
        using var again = await RenewAsync(theirs);
        using var other = await RenewAsync(mine);
        using var unbounded = await RenewAsync(_partner);

        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        await other.AssertProblemAsync(HttpStatusCode.NotFound, "client-not-found", null, Stop);
        await unbounded.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "term-overlaps", null, Stop);

        Task<HttpResponseMessage> RenewAsync(HttpClient client) => client.SendJsonAsync(
            HttpMethod.Post, $"/api/v1/clients/{Theirs}/renewals", Batch("GL-1"), Stop, idempotencyKey: "one");
    }

    private async Task<IEnumerable<string>> NumbersAsync(string path) =>
        (await _insured.ItemsAsync<PolicyResponse>(path, Stop)).Select(policy => policy.Number);

    private Guid ClientOf(string number) => _policies[number].ClientId;

    private string PathOf(string number) => $"/api/v1/policies/{_policies[number].Id}";

    private string Batch(string number) => $$"""
        { "renewals": [ { "policyId": "{{_policies[number].Id}}", "effective": "2027-07-01", "expiration": "2028-07-01" } ] }
        """;
}
