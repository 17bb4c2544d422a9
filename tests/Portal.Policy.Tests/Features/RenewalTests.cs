using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Contracts.Policies;
using Portal.Policies.Domain.Policies;
using Portal.Policies.Features.Policies;
using Portal.Policies.Features.Policies.RecordEvents;
using Portal.Policies.Features.Renewals;
using Portal.Policies.Tests.Support;
using Portal.Testing;
using Portal.Testing.Answers;

namespace Portal.Policies.Tests.Features;

public sealed partial class RenewalTests(Servers servers) : IAsyncLifetime
{
    private const string NextYear = """{ "effective": "2027-07-01", "expiration": "2028-07-01" }""";

    private readonly Guid _agency = Guid.CreateVersion7();
    private PolicyService _service = null!;
    private HttpClient _partner = null!;
    private Dictionary<string, PolicyResponse> _policies = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Guid Client => _policies["GL-1"].ClientId;

    public async ValueTask InitializeAsync()
    {
        _service = await PolicyService.StartAsync(servers, Stop);
        _partner = _service.PartnerOf(_agency);
        await _partner.ImportAsync(
            new Dictionary<string, string>
            {
                ["clients"] = PartnerCalls.Data("clients.csv"),
                ["policies"] = PartnerCalls.Data("policies.csv"),
            },
            Stop);
        _policies = (await _partner.ItemsAsync<PolicyResponse>("/api/v1/policies", Stop))
            .ToDictionary(policy => policy.Number);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task A_renewal_stores_the_term_promises_a_distribution_and_tells_of_all_policies()
    {
        using var response = await RenewAsync("GL-1", """
            { "effective": "2027-07-01", "expiration": "2028-07-01", "number": "GL-2",
              "carrier": { "name": "Continental Casualty Company", "naic": "20443" }, "limits": { "eachOccurrence": 2000000 } }
            """);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var id = (await response.ReadAsync<RenewalPromiseResponse>(Stop)).DistributionId;
        Assert.Equal($"/api/v1/distributions/{id}", response.Headers.Location!.OriginalString);

        var stored = await _partner.ReadAsync<PolicyResponse>(PathOf("GL-1"), Stop);
        Assert.Equal(
            ("GL-2", Some.Day("2028-07-01"), 2), (stored.Number, stored.Expiration, stored.Terms.Count));
        Assert.Equal(2_000_000m, stored.Limits.EachOccurrence);
        Assert.Equal("GL-1", stored.Terms[1].Number);
        Assert.NotEqual(_policies["GL-1"].Etag, stored.Etag);

        var told = await _service.Bus.FirstAsync<PoliciesRenewed>(message => message.DistributionId == id, Stop);
        Assert.Equal(
            (_agency, Client, "O'Brien Freight LLC"),
            (told.AgencyId, told.AccountId, told.Insured.LegalName));
        Assert.Equal([IdOf("GL-1")], told.RenewedPolicyIds);
        Assert.Equal(["GL-2", "AU-1", "WC-1"], told.Policies.Select(policy => policy.Number));
        Assert.Equal(
            (2, "20443", Some.Day("2027-07-01")),
            (told.Policies[0].Version, told.Policies[0].CarrierNaic, told.Policies[0].Effective));

        var promise = await _service.ServiceWith("renewals.read")
            .GetFromJsonAsync<JsonElement>($"/internal/v1/renewals/{id}", Stop);
        Assert.Equal(
            (_agency, Client),
            (promise.GetProperty("agencyId").GetGuid(), promise.GetProperty("accountId").GetGuid()));
        Assert.Equal(IdOf("GL-1"), promise.GetProperty("policyIds")[0].GetGuid());
    }

    [Fact]
    public async Task A_preview_tells_what_a_renewal_would_change_and_changes_nothing()
    {
        var body = Batch(("GL-1", "2027-07-01", "2028-07-01"));
        using var response = await _partner.SendJsonAsync(
            HttpMethod.Post, $"/api/v1/clients/{Client}/renewals?preview=true", body, Stop);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var preview = await response.ReadAsync<RenewalPreviewResponse>(Stop);
        var renewal = preview.Renewals[0];
        Assert.Equal(Some.Day("2027-07-01"), renewal.Before.Expiration);
        Assert.Equal(Some.Day("2028-07-01"), renewal.After.Expiration);
        Assert.Equal("O'Brien Freight LLC", preview.Insured.LegalName);
        Assert.Equal(
            [Some.Day("2028-07-01"), Some.Day("2027-07-01"), Some.Day("2027-07-01")],
            preview.Policies.Select(policy => policy.Expiration));

        var stored = await _partner.ReadAsync<PolicyResponse>(PathOf("GL-1"), Stop);
        Assert.Equal(_policies["GL-1"].Etag, stored.Etag);
        Assert.Empty(_service.Bus.Received<PoliciesRenewed>());
        Assert.Equal(0, await _service.ReadAsync(db => db.Renewals.CountAsync(Stop)));
    }

    [Fact]
    public async Task A_preview_refuses_what_the_renewal_would_refuse()
    {
        var body = Batch(("GL-1", "2026-01-01", "2027-01-01"));
        using var preview = await _partner.SendJsonAsync(
            HttpMethod.Post, $"/api/v1/clients/{Client}/renewals?preview=true", body, Stop);
        using var renewal = await _partner.SendJsonAsync(
            HttpMethod.Post, $"/api/v1/clients/{Client}/renewals", body, Stop);

        Assert.Equal(renewal.StatusCode, preview.StatusCode);
        Assert.Equal(
            (await renewal.ReadAsync<Problem>(Stop)).Code, (await preview.ReadAsync<Problem>(Stop)).Code);
    }

    [Fact]
    public async Task Several_policies_of_a_client_make_one_distribution()
    {
        using var response = await _partner.SendJsonAsync(HttpMethod.Post, $"/api/v1/clients/{Client}/renewals", Batch(
            ("GL-1", "2027-07-01", "2028-07-01"), ("AU-1", "2027-07-01", "2028-07-01")), Stop);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var id = (await response.ReadAsync<RenewalPromiseResponse>(Stop)).DistributionId;
        var told = await _service.Bus.FirstAsync<PoliciesRenewed>(message => message.DistributionId == id, Stop);
        Assert.Equal([IdOf("GL-1"), IdOf("AU-1")], told.RenewedPolicyIds);
        Assert.Equal([2028, 2028, 2027], told.Policies.Select(policy => policy.Expiration.Year));
        Assert.Single(_service.Bus.Received<PoliciesRenewed>());
    }

    [Fact]
    public async Task One_wrong_policy_of_several_renews_none_and_is_named_by_its_place()
    {
        using var response = await _partner.SendJsonAsync(HttpMethod.Post, $"/api/v1/clients/{Client}/renewals", Batch(
            (
                "GL-1",
                "2027-07-01",
                "2028-07-01"), ("AU-1", "2027-06-30", "2028-07-01"), ("UM-2", "2027-07-01", "2028-07-01")), Stop);

        await response.AssertProblemAsync(
            HttpStatusCode.UnprocessableEntity, "term-overlaps", "renewals[1].effective", Stop);
        Assert.Equal(
            ["renewals[1].effective", "renewals[2].policyId"],
            (await response.ReadAsync<Problem>(Stop)).Errors?.Select(error => error.Field));
        Assert.Equal(_policies["GL-1"].Etag, await TagAsync("GL-1"));
        Assert.Equal(0, await _service.ReadAsync(db => db.Renewals.CountAsync(Stop)));
    }

    [Fact]
    public async Task A_policy_is_named_once_and_a_hundred_at_most()
    {
        using var twice = await _partner.SendJsonAsync(HttpMethod.Post, $"/api/v1/clients/{Client}/renewals", Batch(
            ("GL-1", "2027-07-01", "2028-07-01"), ("GL-1", "2027-07-01", "2028-07-01")), Stop);
        using var many = await _partner.SendJsonAsync(HttpMethod.Post, $"/api/v1/clients/{Client}/renewals", Batch(
            [.. Enumerable.Repeat(("GL-1", "2027-07-01", "2028-07-01"), 101)]), Stop);

        await twice.AssertProblemAsync(
            HttpStatusCode.UnprocessableEntity, "policy-named-twice", "renewals[1].policyId", Stop);
        await many.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "renewals-out-of-range", "renewals", Stop);
    }

    [Fact]
    public async Task A_stale_If_Match_is_412_and_a_current_one_renews()
    {
        var tag = _policies["GL-1"].Etag;

        using var first = await RenewAsync("GL-1", NextYear, ifMatch: tag);
        using var stale = await RenewAsync("GL-1", """{ "effective": "2028-07-01", "expiration": "2029-07-01" }""", ifMatch: tag);
        using var any = await RenewAsync("GL-1", """{ "effective": "2028-07-01", "expiration": "2029-07-01" }""", ifMatch: "*");

        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        await stale.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "changed-meanwhile", "If-Match", Stop);
        Assert.Equal(HttpStatusCode.Accepted, any.StatusCode);
    }

    [Fact]
    public async Task Renewing_a_cancelled_policy_is_a_conflict()
    {
        using var cancelled = await _partner.SendJsonAsync(
            HttpMethod.Post, PathOf("GL-1") + "/cancellations", Some.Cancellation("2026-11-01"), Stop);
        using var response = await RenewAsync("GL-1", NextYear);

        var recorded = await cancelled.ReadAsync<RecordedEventResponse>(Stop);
        Assert.Equal(CurrentPolicyStatus.Cancelled, recorded.Policy.Status);
        await response.AssertProblemAsync(HttpStatusCode.Conflict, "policy-cancelled", null, Stop);
        Assert.Equal(
            ["GL-1"],
            (await _partner.ItemsAsync<PolicyResponse>("/api/v1/policies?status=cancelled", Stop))
                .Select(policy => policy.Number));
        var told = await _service.Bus.FirstAsync<PolicyChanged>(message => message.Policy.Number == "GL-1", Stop);
        Assert.Equal(PolicyStatus.Cancelled, told.Policy.Status);

        using var other = await RenewAsync("AU-1", NextYear);
        var renewed = await _service.Bus.FirstAsync<PoliciesRenewed>(_ => true, Stop);
        Assert.Equal(["AU-1", "WC-1"], renewed.Policies.Select(policy => policy.Number));
    }

    [Fact]
    public async Task A_repeated_request_with_its_key_renews_once_even_at_the_same_moment()
    {
        var responses = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => RenewAsync("GL-1", NextYear, key: "one")));
        using var otherwise = await RenewAsync("GL-1", """{ "effective": "2028-07-01", "expiration": "2029-07-01" }""", key: "one");

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.Accepted, response.StatusCode));
        Assert.Single(responses.Select(response => response.Headers.Location!.OriginalString).Distinct());
        await otherwise.AssertProblemAsync(
            HttpStatusCode.UnprocessableEntity, "idempotency-key-reused", "Idempotency-Key", Stop);
        Assert.Equal(1, await _service.ReadAsync(db => db.Renewals.CountAsync(Stop)));
        Array.ForEach(responses, response => response.Dispose());
    }

    [Fact]
    public async Task Of_renewals_at_the_same_moment_one_is_made()
    {
        var responses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RenewAsync("GL-1", NextYear)));

        Assert.Single(responses, response => response.StatusCode == HttpStatusCode.Accepted);
        Assert.Equal(7, responses.Count(response => response.StatusCode == HttpStatusCode.UnprocessableEntity));
        Array.ForEach(responses, response => response.Dispose());
    }

    [Fact]
    public async Task Another_agency_finds_nothing_and_changes_nothing()
    {
        var other = _service.PartnerOf(Guid.CreateVersion7());

        using var read = await other.GetAsync(PathOf("GL-1"), Stop);
        using var renewed = await other.SendJsonAsync(HttpMethod.Post, PathOf("GL-1") + "/renewals", NextYear, Stop);
        using var client = await other.SendJsonAsync(
            HttpMethod.Post, $"/api/v1/clients/{Client}/renewals", Batch(("GL-1", "2027-07-01", "2028-07-01")), Stop);
        using var patched = await other.SendJsonAsync(HttpMethod.Patch, PathOf("GL-1"), """{ "number": "X" }""", Stop);
        using var cancelled = await other.SendJsonAsync(
            HttpMethod.Post, PathOf("GL-1") + "/cancellations", Some.Cancellation("2026-11-01"), Stop);

        Assert.All(
            [read, renewed, client, patched, cancelled],
            response => Assert.Equal(HttpStatusCode.NotFound, response.StatusCode));
        Assert.Empty(await other.ItemsAsync<PolicyResponse>("/api/v1/policies", Stop));
        Assert.Equal(_policies["GL-1"].Etag, await TagAsync("GL-1"));
    }

    [Fact]
    public async Task Each_route_asks_for_its_scope()
    {
        var reader = _service.PartnerOf(_agency, "policies.read");
        using var renewed = await reader.SendJsonAsync(HttpMethod.Post, PathOf("GL-1") + "/renewals", NextYear, Stop);
        using var listed = await _service.PartnerOf(_agency, "policies.write").GetAsync("/api/v1/policies", Stop);
        using var promised = await _partner.GetAsync($"/internal/v1/renewals/{Guid.NewGuid()}", Stop);
        using var unknown = await _service.ServiceWith("renewals.read")
            .GetAsync($"/internal/v1/renewals/{Guid.NewGuid()}", Stop);
        using var nobody = await _service.CreateClient().GetAsync("/api/v1/policies", Stop);

        Assert.All(
            [renewed, listed, promised], response => Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
    }

    private static string Path(Guid id) => $"/api/v1/policies/{id}";

    private Guid IdOf(string number) => _policies[number].Id;

    private string PathOf(string number) => Path(IdOf(number));

    private async Task<string?> TagAsync(string number)
    {
        using var response = await _partner.GetAsync(PathOf(number), Stop);
        return response.Headers.ETag?.Tag;
    }

    private Task<HttpResponseMessage> RenewAsync(
        string number, string body, string? ifMatch = null, string? key = null) =>
        _partner.SendJsonAsync(HttpMethod.Post, PathOf(number) + "/renewals", body, Stop, ifMatch, key);

    private string Batch(
        params (string Number, string Effective, string Expiration)[] renewals) => JsonSerializer.Serialize(new
        {
            renewals = renewals.Select(
            renewal => new
            {
                policyId = IdOf(renewal.Number),
                effective = renewal.Effective,
                expiration = renewal.Expiration,
            }),
        });
}
