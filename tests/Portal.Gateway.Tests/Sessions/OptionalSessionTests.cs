using System.Net;
using Microsoft.AspNetCore.Http;
using Portal.Gateway.Tests.Support;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Gateway.Tests.Sessions;

public sealed class OptionalSessionTests : IAsyncLifetime
{
    private const string Path = "/api/v1/policies";

    private RunningGateway _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await RunningGateway.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Where_a_session_is_optional_its_token_comes_along_and_without_one_the_request_is_anonymous()
    {
        var live = await _gateway.EchoAsync(
            "/api/v1/sign-in", token: null, RunningGateway.Browser(_gateway.Identity.SignIn(Scopes.PoliciesRead)));
        using var dead = await _gateway.GetAsync(
            "/api/v1/sign-in", token: null, RunningGateway.Browser(new string('A', 43)));
        var none = await _gateway.EchoAsync("/api/v1/sign-in");

        Assert.StartsWith("Bearer ey", live.Header("Authorization"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, dead.StatusCode);
        Assert.False(dead.Headers.Contains("Set-Cookie"));
        Assert.Null(none.Header("Authorization"));
    }

    [Fact]
    public async Task Where_a_session_is_optional_one_that_nothing_can_be_said_of_is_not_taken_for_none()
    {
        _gateway.Identity.Exchange = () => Results.StatusCode(StatusCodes.Status500InternalServerError);

        using var response = await _gateway.GetAsync(
            "/api/v1/sign-in", token: null, RunningGateway.Browser(_gateway.Identity.SignIn(Scopes.PoliciesRead)));

        await RunningGateway.ProblemAsync(response, HttpStatusCode.ServiceUnavailable, "identity-unavailable");
    }

    [Fact]
    public async Task An_open_route_asks_Identity_nothing()
    {
        await _gateway.EchoAsync(
            "/verify/abc", token: null, RunningGateway.Browser(_gateway.Identity.SignIn(Scopes.PoliciesRead)));
        using var nothing = await _gateway.GetAsync(
            "/nothing", token: null, RunningGateway.Browser(_gateway.Identity.SignIn(Scopes.PoliciesRead)));

        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
        Assert.Equal(0, _gateway.Identity.Exchanges);
    }
}
