using System.Net;
using Portal.Contracts.Identity;
using Portal.Policies.Features.Policies;
using Portal.Policies.Tests.Support;
using Portal.ServiceDefaults.Tokens;
using Portal.Testing;
using Portal.Testing.Answers;
using Portal.Testing.Tokens;

namespace Portal.Policies.Tests.Features;

/// <summary>What is done here is told to the audit trail.</summary>
public sealed class RecordedActionTests(Servers servers) : IAsyncLifetime
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
    public async Task Who_started_an_import_is_told_once_and_not_what_services_did_with_it()
    {
        var told = await ToldAsync("policy.StartImport");

        Assert.Equal(
            (_agency, null, "test-client", "partner"), (told.AgencyId, told.AccountId, told.ActorId, told.ActorRole));
        Assert.Equal("/api/v1/imports", told.Target);
        Assert.Single(_service.Bus.Received<ActionRecorded>());
    }

    [Fact]
    public async Task Every_change_of_a_policy_names_its_client()
    {
        using var renewed = await _partner.SendJsonAsync(HttpMethod.Post, PathOf("GL-1") + "/renewals", NextYear, Stop);
        using var together = await _partner.SendJsonAsync(
            HttpMethod.Post, $"/api/v1/clients/{Client}/renewals", Batch("AU-1"), Stop);
        using var corrected = await _partner.SendJsonAsync(
            HttpMethod.Patch, PathOf("GL-1"), """{ "number": "GL-9" }""", Stop);
        using var cancelled = await _partner.SendJsonAsync(
            HttpMethod.Post, PathOf("WC-1") + "/cancellations", Some.Cancellation("2026-11-01"), Stop);

        Assert.All([renewed, together, corrected, cancelled], response => Assert.True(response.IsSuccessStatusCode));
        foreach (var (action, target) in new[]
        {
            ("policy.RenewPolicy", PathOf("GL-1") + "/renewals"),
            ("policy.RenewClient", $"/api/v1/clients/{Client}/renewals"),
            ("policy.CorrectPolicy", PathOf("GL-1")),
            ("policy.CancelPolicy", PathOf("WC-1") + "/cancellations"),
        })
        {
            var told = await ToldAsync(action);
            Assert.Equal((Client, target), (told.AccountId, told.Target));
        }
    }

    [Fact]
    public async Task Who_acts_for_a_client_is_named_as_the_actor_and_the_client_as_whom_it_is_done_for()
    {
        var claims = TestIssuer.DelegateClaims(
            _agency, Client, PortalClaims.ManageMode, RoleScopes.OfDelegate(PortalClaims.ManageMode));
        using var renewed = await _service.With(claims)
            .SendJsonAsync(HttpMethod.Post, PathOf("GL-1") + "/renewals", NextYear, Stop);

        Assert.Equal(HttpStatusCode.Accepted, renewed.StatusCode);
        var told = await ToldAsync("policy.RenewPolicy");
        Assert.Equal(claims["act"]!["sub"]!.ToString(), told.ActorId);
        Assert.Equal("Dana Whitfield", told.ActorName);
        Assert.Equal(Client.ToString(), told.OnBehalfOf);
        Assert.Equal(claims["delegation"]!.ToString(), told.DelegationId.ToString());
        Assert.Equal(claims["sid"]!.ToString(), told.SessionId.ToString());
    }

    [Fact]
    public async Task What_is_refused_or_changes_nothing_is_not_told()
    {
        await ToldAsync("policy.StartImport");
        using var unknown = await _partner.SendJsonAsync(
            HttpMethod.Post, $"/api/v1/policies/{Guid.CreateVersion7()}/renewals", NextYear, Stop);
        using var nothing = await _partner.SendJsonAsync(HttpMethod.Patch, PathOf("GL-1"), "{}", Stop);
        using var first = await _partner.SendJsonAsync(
            HttpMethod.Post, PathOf("GL-1") + "/renewals", NextYear, Stop, idempotencyKey: "one");
        using var again = await _partner.SendJsonAsync(
            HttpMethod.Post, PathOf("GL-1") + "/renewals", NextYear, Stop, idempotencyKey: "one");
        using var last = await _partner.SendJsonAsync(
            HttpMethod.Patch, PathOf("UM-2"), """{ "number": "UM-3" }""", Stop);

        Assert.Equal(HttpStatusCode.OK, nothing.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        await ToldAsync("policy.CorrectPolicy");
        Assert.Equal(
            ["policy.StartImport", "policy.RenewPolicy", "policy.CorrectPolicy"],
            _service.Bus.Received<ActionRecorded>().Select(told => told.Action));
    }

    [Fact]
    public async Task The_address_is_the_one_that_the_gateway_saw()
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, PathOf("UM-2"));
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        request.Content = new StringContent("""{ "number": "UM-3" }""", System.Text.Encoding.UTF8, "application/json");
        using var response = await _partner.SendAsync(request, Stop);

        Assert.Equal("203.0.113.7", (await ToldAsync("policy.CorrectPolicy")).From);
    }

    private Task<ActionRecorded> ToldAsync(string action) =>
        _service.Bus.FirstAsync<ActionRecorded>(told => told.Action == action, Stop);

    private string PathOf(string number) => $"/api/v1/policies/{_policies[number].Id}";

    private string Batch(string number) => $$"""
        { "renewals": [ { "policyId": "{{_policies[number].Id}}", "effective": "2027-07-01", "expiration": "2028-07-01" } ] }
        """;
}
