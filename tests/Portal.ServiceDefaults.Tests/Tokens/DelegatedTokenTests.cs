using System.Net;
using System.Text.Json.Nodes;
using Portal.ServiceDefaults.Tokens;
using Portal.Testing.Tokens;

namespace Portal.ServiceDefaults.Tests.Tokens;

/// <summary>
/// What narrows a token is understood whole, or the token is refused; it never passes for one that is not narrowed.
/// </summary>
public sealed class DelegatedTokenTests : IAsyncLifetime
{
    private readonly Guid _agency = Guid.CreateVersion7();
    private readonly Guid _account = Guid.CreateVersion7();
    private TestIssuer _issuer = null!;
    private SampleService _service = null!;

    public async ValueTask InitializeAsync()
    {
        _issuer = await TestIssuer.StartAsync();
        _service = await SampleService.StartAsync(_issuer.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Theory]
    [InlineData("view")]
    [InlineData("manage")]
    public async Task A_whole_delegation_is_accepted(string mode)
    {
        using var response = await _service.GetAsync("/policies", _issuer.DelegateToken(_agency, _account, mode));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("delegation")]
    [InlineData("mode")]
    [InlineData("act")]
    public Task A_delegation_without_a_part_is_refused(string claim) => Refused(claims => claims.Remove(claim));

    [Theory]
    [InlineData("mode", "\"edit\"")]
    [InlineData("mode", "\"VIEW\"")]
    [InlineData("mode", "\"\"")]
    [InlineData("mode", "null")]
    [InlineData("mode", "[\"manage\"]")]
    [InlineData("mode", "{\"view\":true}")]
    [InlineData("act", "null")]
    [InlineData("act", "\"someone\"")]
    [InlineData("act", "[{\"sub\":\"someone\"}]")]
    [InlineData("act", "{}")]
    [InlineData("act", "{\"sub\":\"\"}")]
    [InlineData("act", "{\"sub\":7}")]
    [InlineData("act", "{\"sub\":\"someone\",\"act\":{\"sub\":\"another\"}}")]
    [InlineData("account", "\"not an id\"")]
    [InlineData("account", "null")]
    [InlineData("account", "7")]
    [InlineData("account", "\"00000000-0000-0000-0000-000000000000\"")]
    [InlineData("delegation", "\"not an id\"")]
    [InlineData("delegation", "true")]
    public Task A_delegation_with_a_part_of_another_kind_is_refused(string claim, string json) =>
        Refused(claims => claims[claim] = JsonNode.Parse(json));

    [Theory]
    [InlineData("mode", "\"manage\"")]
    [InlineData("mode", "null")]
    [InlineData("delegation", "\"01990000-0000-7000-8000-000000000000\"")]
    [InlineData("act", "{\"sub\":\"someone\"}")]
    [InlineData("act", "null")]
    [InlineData("account", "\"\"")]
    [InlineData("account", "[\"01990000-0000-7000-8000-000000000000\"]")]
    public async Task A_plain_token_with_one_part_of_a_delegation_is_refused(string claim, string json)
    {
        var claims = TestIssuer.Claims(Scopes.PoliciesRead);
        claims[claim] = JsonNode.Parse(json);
        using var response = await _service.GetAsync("/policies", _issuer.Token(claims));

        await Problems.AssertAsync(response, HttpStatusCode.Unauthorized, "token-invalid");
    }

    [Fact]
    public async Task An_actor_that_is_added_to_a_signed_token_is_refused()
    {
        var parts = _issuer.StaffToken(_agency, Roles.Admin).Split('.');
        var claims = TestIssuer.DelegateClaims(_agency, _account, PortalClaims.ManageMode, [Scopes.PoliciesRead]);
        using var response = await _service.GetAsync(
            "/policies", $"{parts[0]}.{TestKey.Encode(claims.ToJsonString())}.{parts[2]}");

        await Problems.AssertAsync(response, HttpStatusCode.Unauthorized, "token-invalid");
    }

    [Fact]
    public async Task An_insured_without_an_account_is_refused_and_not_taken_for_one_of_every_account()
    {
        var claims = TestIssuer.Claims(Scopes.PoliciesRead);
        (claims["agency"], claims["role"]) = (_agency.ToString(), Roles.Insured);
        using var response = await _service.GetAsync("/policies", _issuer.Token(claims));

        await Problems.AssertAsync(response, HttpStatusCode.Unauthorized, "token-invalid");
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task Who_may_only_view_changes_nothing_whatever_scopes_the_token_has(string method)
    {
        var view = _issuer.DelegateToken(_agency, _account, "view", Scopes.PoliciesRead, Scopes.PoliciesWrite);
        var manage = _issuer.DelegateToken(_agency, _account, "manage", Scopes.PoliciesRead, Scopes.PoliciesWrite);
        using var refused = await _service.SendAsync(method, "/changes", view);
        using var changed = await _service.SendAsync(method, "/changes", manage);

        await Problems.AssertAsync(refused, HttpStatusCode.Forbidden, "view-only");
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(1, _service.Changes);
    }

    [Fact]
    public async Task Who_may_only_view_does_not_get_through_a_route_that_is_open_to_anybody()
    {
        using var response = await _service.SendAsync(
            "POST", "/bodies", _issuer.DelegateToken(_agency, _account, "view"));

        await Problems.AssertAsync(response, HttpStatusCode.Forbidden, "view-only");
    }

    private async Task Refused(Action<JsonObject> change)
    {
        var claims = TestIssuer.DelegateClaims(_agency, _account, PortalClaims.ViewMode, [Scopes.PoliciesRead]);
        change(claims);
        using var response = await _service.GetAsync("/policies", _issuer.Token(claims));

        await Problems.AssertAsync(response, HttpStatusCode.Unauthorized, "token-invalid");
    }
}
