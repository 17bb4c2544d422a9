using System.Net;
using Portal.ServiceDefaults.Tokens;
using Portal.Testing.Tokens;

namespace Portal.ServiceDefaults.Tests.Tokens;

public sealed class AccessTests : IAsyncLifetime
{
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

    [Fact]
    public async Task A_token_with_the_scope_reaches_the_route_and_names_the_caller()
    {
        var agency = Guid.CreateVersion7();
        using var response = await _service.GetAsync(
            "/policies", _issuer.PartnerToken(agency, Scopes.PoliciesWrite, Scopes.PoliciesRead));

        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal($$"""{"subject":"test-client","agency":"{{agency}}"}""", body);
    }

    [Fact]
    public async Task A_token_without_an_agency_reaches_the_data_of_none()
    {
        using var response = await _service.GetAsync("/policies", _issuer.ServiceToken(Scopes.PoliciesRead));

        Assert.Contains(
            Guid.Empty.ToString(),
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_token_is_told_how_to_get_one_and_no_error_code()
    {
        using var response = await _service.GetAsync("/policies", token: null);

        await Problems.AssertAsync(response, HttpStatusCode.Unauthorized, "token-required");
        Assert.Equal("Bearer realm=\"portal\"", response.Headers.WwwAuthenticate.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("policies.write")]
    [InlineData("policies.reads")]
    [InlineData("POLICIES.READ")]
    public async Task A_token_without_the_scope_is_told_which_one_it_lacks(string scope)
    {
        using var response = await _service.GetAsync("/policies", _issuer.PartnerToken(Guid.CreateVersion7(), scope));

        await Problems.AssertAsync(response, HttpStatusCode.Forbidden, "scope-insufficient");
        Assert.Equal(
            "Bearer realm=\"portal\", error=\"insufficient_scope\", scope=\"policies.read\"",
            response.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task A_route_that_names_no_policy_is_closed_to_everyone()
    {
        using var anonymous = await _service.GetAsync("/forgotten", token: null);
        using var partner = await _service.GetAsync(
            "/forgotten", _issuer.PartnerToken(Guid.CreateVersion7(), [.. Scopes.ForPartners]));

        await Problems.AssertAsync(anonymous, HttpStatusCode.Unauthorized, "token-required");
        await Problems.AssertAsync(partner, HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task Two_authorization_headers_are_refused()
    {
        var token = _issuer.PartnerToken(Guid.CreateVersion7(), Scopes.PoliciesRead);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/policies");
        request.Headers.TryAddWithoutValidation("Authorization", [$"Bearer {token}", "Bearer another"]);
        using var response = await _service.Client.SendAsync(request, TestContext.Current.CancellationToken);

        await Problems.AssertAsync(response, HttpStatusCode.Unauthorized, "token-invalid");
    }

    [Fact]
    public async Task A_token_in_the_address_is_not_read()
    {
        using var response = await _service.GetAsync(
            "/policies?access_token=" + _issuer.PartnerToken(Guid.CreateVersion7(), Scopes.PoliciesRead), token: null);

        await Problems.AssertAsync(response, HttpStatusCode.Unauthorized, "token-required");
    }

    [Fact]
    public async Task An_unknown_path_and_a_wrong_method_are_told_apart_from_a_refusal()
    {
        using var unknown = await _service.GetAsync("/nothing/here", token: null);
        using var method = await _service.Client.DeleteAsync("/policies", TestContext.Current.CancellationToken);

        await Problems.AssertAsync(unknown, HttpStatusCode.NotFound, "not-found");
        await Problems.AssertAsync(method, HttpStatusCode.MethodNotAllowed, "method-not-allowed");
    }

    [Fact]
    public async Task A_body_beyond_the_bound_is_the_callers_failure()
    {
        using var content = new ByteArrayContent(new byte[2000]);
        using var response = await _service.Client.PostAsync("/bodies", content, TestContext.Current.CancellationToken);

        await Problems.AssertAsync(response, HttpStatusCode.RequestEntityTooLarge, "payload-too-large");
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/alive")]
    public async Task Health_is_open(string path)
    {
        using var response = await _service.GetAsync(path, token: null);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task The_description_of_the_api_names_the_scope_of_each_operation()
    {
        using var response = await _service.GetAsync("/openapi/v1.json", token: null);
        using var document = System.Text.Json.JsonDocument.Parse(
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        var api = document.RootElement;
        Assert.Equal(
            "policies.read",
            api.GetProperty("paths").GetProperty(
                "/policies").GetProperty("get").GetProperty("security")[0].GetProperty("oauth2")[0].GetString());
        Assert.Equal(
            "https://portal.test/connect/token",
            api.GetProperty("components").GetProperty("securitySchemes").GetProperty("oauth2").GetProperty("flows")
                .GetProperty("clientCredentials").GetProperty("tokenUrl").GetString());
    }

    [Fact]
    public async Task A_service_without_an_issuer_does_not_start()
    {
        var failure = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(
            () => SampleService.StartAsync(
                new Dictionary<string, string?> { ["services:identity:http:0"] = "http://127.0.0.1:1" }));

        Assert.Contains("Identity__Issuer", failure.Message, StringComparison.Ordinal);
    }
}
