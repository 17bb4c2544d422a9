using System.Net;
using Portal.Gateway.Tests.Support;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Gateway.Tests.Sessions;

public sealed class ViewModeTests : IAsyncLifetime
{
    private RunningGateway _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await RunningGateway.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Who_stepped_in_to_view_reads_and_writes_nothing_whatever_the_scopes()
    {
        var reference = _gateway.Identity.SignIn(Scopes.ClientsRead);
        var delegation = _gateway.Identity.StepIn(
            reference, PortalClaims.ViewMode, [.. Scopes.ForPartners, .. Scopes.ForPeople]);
        await _gateway.EchoAsync($"/as/{delegation}/api/v1/policies", token: null, RunningGateway.Browser(reference));
        var read = _gateway.First.Requests + _gateway.Second.Requests;

        foreach (var route in OwnRoutes.All.Where(route => route.NeedsScope))
        {
            foreach (var method in route.Methods!.Where(method => method != "GET"))
            {
                using var refused = await _gateway.SendAsync(
                    new HttpMethod(method), $"/as/{delegation}{OwnRoutes.PathOf(route)}", token: null, content: null,
                    RunningGateway.Browser(reference));
                await RunningGateway.ProblemAsync(refused, HttpStatusCode.Forbidden, "view-only");
            }
        }

        Assert.Equal(read, _gateway.Identity.Requests + _gateway.First.Requests + _gateway.Second.Requests);
    }

    [Fact]
    public async Task A_view_token_that_was_carried_elsewhere_writes_nothing_either()
    {
        var token = _gateway.Issuer.DelegateToken(
            Guid.NewGuid(), Guid.NewGuid(), PortalClaims.ViewMode, Scopes.PoliciesWrite);

        using var refused = await _gateway.SendAsync(
            HttpMethod.Post, $"/api/v1/policies/{Guid.NewGuid()}/renewals", token, content: null);

        await RunningGateway.ProblemAsync(refused, HttpStatusCode.Forbidden, "view-only");
        Assert.Equal(0, _gateway.First.Requests + _gateway.Second.Requests);
    }

    [Fact]
    public async Task Who_stepped_in_to_manage_writes()
    {
        var reference = _gateway.Identity.SignIn(Scopes.ClientsRead);
        var delegation = _gateway.Identity.StepIn(reference, PortalClaims.ManageMode, Scopes.PoliciesWrite);

        using var response = await _gateway.SendAsync(
            HttpMethod.Post, $"/as/{delegation}/api/v1/policies/{Guid.NewGuid()}/renewals", token: null, content: null,
            RunningGateway.Browser(reference));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
