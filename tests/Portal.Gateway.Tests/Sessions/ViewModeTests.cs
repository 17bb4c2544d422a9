using System.Net;
using Portal.Gateway.Tests.Support;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Gateway.Tests.Sessions;

public sealed class ViewModeTests : IAsyncLifetime
{
    private House _house = null!;

    public async ValueTask InitializeAsync() => _house = await House.StartAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Who_stepped_in_to_view_reads_and_writes_nothing_whatever_the_scopes()
    {
        var reference = _house.Identity.SignIn(Scopes.ClientsRead);
        var delegation = _house.Identity.StepIn(reference, PortalClaims.ViewMode, [.. Scopes.ForPartners, .. Scopes.ForPeople]);
        await _house.EchoAsync($"/as/{delegation}/api/v1/policies", token: null, House.Browser(reference));
        var read = _house.First.Requests + _house.Second.Requests;

        foreach (var route in OwnRoutes.All.Where(route => route.NeedsScope))
        {
            foreach (var method in route.Methods!.Where(method => method != "GET"))
            {
                using var refused = await _house.SendAsync(
                    new HttpMethod(method), $"/as/{delegation}{OwnRoutes.PathOf(route)}", token: null, content: null, House.Browser(reference));
                await House.ProblemAsync(refused, HttpStatusCode.Forbidden, "view-only");
            }
        }

        Assert.Equal(read, _house.Identity.Requests + _house.First.Requests + _house.Second.Requests);
    }

    [Fact]
    public async Task A_view_token_that_was_carried_elsewhere_writes_nothing_either()
    {
        var token = _house.Issuer.DelegateToken(Guid.NewGuid(), Guid.NewGuid(), PortalClaims.ViewMode, Scopes.PoliciesWrite);

        using var refused = await _house.SendAsync(
            HttpMethod.Post, $"/api/v1/policies/{Guid.NewGuid()}/renewals", token, content: null);

        await House.ProblemAsync(refused, HttpStatusCode.Forbidden, "view-only");
        Assert.Equal(0, _house.First.Requests + _house.Second.Requests);
    }

    [Fact]
    public async Task Who_stepped_in_to_manage_writes()
    {
        var reference = _house.Identity.SignIn(Scopes.ClientsRead);
        var delegation = _house.Identity.StepIn(reference, PortalClaims.ManageMode, Scopes.PoliciesWrite);

        using var response = await _house.SendAsync(
            HttpMethod.Post, $"/as/{delegation}/api/v1/policies/{Guid.NewGuid()}/renewals", token: null, content: null, House.Browser(reference));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
