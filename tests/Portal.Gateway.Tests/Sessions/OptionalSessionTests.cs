using System.Net;
using Microsoft.AspNetCore.Http;
using Portal.Gateway.Tests.Support;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Gateway.Tests.Sessions;

public sealed class OptionalSessionTests : IAsyncLifetime
{
    private const string Path = "/api/v1/policies";

    private House _house = null!;

    public async ValueTask InitializeAsync() => _house = await House.StartAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Where_a_session_is_optional_its_token_comes_along_and_without_one_the_request_is_anonymous()
    {
        var live = await _house.EchoAsync("/api/v1/sign-in", token: null, House.Browser(_house.Identity.SignIn(Scopes.PoliciesRead)));
        using var dead = await _house.GetAsync("/api/v1/sign-in", token: null, House.Browser(new string('A', 43)));
        var none = await _house.EchoAsync("/api/v1/sign-in");

        Assert.StartsWith("Bearer ey", live.Header("Authorization"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, dead.StatusCode);
        Assert.False(dead.Headers.Contains("Set-Cookie"));
        Assert.Null(none.Header("Authorization"));
    }

    [Fact]
    public async Task Where_a_session_is_optional_one_that_nothing_can_be_said_of_is_not_taken_for_none()
    {
        _house.Identity.Exchange = () => Results.StatusCode(StatusCodes.Status500InternalServerError);

        using var response = await _house.GetAsync("/api/v1/sign-in", token: null, House.Browser(_house.Identity.SignIn(Scopes.PoliciesRead)));

        await House.ProblemAsync(response, HttpStatusCode.ServiceUnavailable, "identity-unavailable");
    }

    [Fact]
    public async Task An_open_route_asks_Identity_nothing()
    {
        await _house.EchoAsync("/verify/abc", token: null, House.Browser(_house.Identity.SignIn(Scopes.PoliciesRead)));
        using var nothing = await _house.GetAsync("/nothing", token: null, House.Browser(_house.Identity.SignIn(Scopes.PoliciesRead)));

        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
        Assert.Equal(0, _house.Identity.Exchanges);
    }
}
