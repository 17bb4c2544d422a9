using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Portal.Gateway.Tests.Support;
using Portal.ServiceDefaults.Tokens;
using Portal.Testing.Waiting;

namespace Portal.Gateway.Tests.Revocations;

/// <summary>How many streams a caller has open together.</summary>
public sealed class StreamSlotsTests : IAsyncLifetime
{
    private const string Events = "/api/v1/events";

    private const string Routes = """
        { "routes": [
          { "name": "events", "service": "certificate", "path": "/api/v1/events", "methods": ["GET"],
            "policy": "distributions.read", "limit": "read", "stream": true },
          { "name": "open", "service": "certificate", "path": "/open", "methods": ["GET"], "policy": "anonymous", "limit": "read" }
        ] }
        """;

    private readonly TaskCompletionSource _told = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningGateway _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        _gateway = await RunningGateway.StartAsync(
            Routes, ("Limits:streams:AtOnce", "2"), ("Gateway:TrustedProxies", "127.0.0.1"));
        _gateway.First.Answer = _gateway.Second.Answer = http => http.WebSockets.IsWebSocketRequest
            ? ListenAsync(http)
            : TellAsync(http);
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task One_too_many_is_told_so_and_others_have_their_own()
    {
        var (partner, person) = (
            _gateway.Token(Scopes.DistributionsRead), _gateway.Identity.SignIn(Scopes.DistributionsRead));
        using var first = await OpenAsync(partner);
        using var second = await OpenAsync(partner);

        using var third = await _gateway.GetAsync(Events, partner);
        using var other = await OpenAsync(token: null, RunningGateway.Browser(person));

        var problem = await RunningGateway.ProblemAsync(third, HttpStatusCode.TooManyRequests, "too-many-streams");
        Assert.Contains("2 streams", problem.Detail, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(5), third.Headers.RetryAfter?.Delta);
        Assert.Equal(3, _gateway.First.Requests + _gateway.Second.Requests);
    }

    [Fact]
    public async Task Who_has_several_sessions_or_steps_in_is_one_caller_in_each_account()
    {
        var reference = _gateway.Identity.SignIn(Scopes.DistributionsRead);
        var delegation = _gateway.Identity.StepIn(reference, PortalClaims.ViewMode, Scopes.DistributionsRead);
        using var first = await OpenAsync(token: null, RunningGateway.Browser(reference));
        using var second = await OpenAsync(token: null, RunningGateway.Browser(reference));

        using var third = await _gateway.GetAsync(Events, token: null, RunningGateway.Browser(reference));
        using var inside = await _gateway.GetAsync(
            $"/as/{delegation}{Events}", token: null, RunningGateway.Browser(reference));

        await RunningGateway.ProblemAsync(third, HttpStatusCode.TooManyRequests, "too-many-streams");
        Assert.Equal(HttpStatusCode.OK, inside.StatusCode);
    }

    [Fact]
    public async Task A_stream_that_ends_makes_room()
    {
        var token = _gateway.Token(Scopes.DistributionsRead);
        using var first = await OpenAsync(token);
        using var second = await OpenAsync(token);
        using (var refused = await _gateway.GetAsync(Events, token))
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        }

        _told.SetResult();
        await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        await HasRoomAsync(token);
    }

    [Fact]
    public async Task A_stream_that_its_listener_leaves_makes_room()
    {
        var token = _gateway.Token(Scopes.DistributionsRead);
        using var first = await OpenAsync(token);
        using (await OpenAsync(token))
        {
            using var refused = await _gateway.GetAsync(Events, token);
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        }

        await HasRoomAsync(token);
    }

    [Fact]
    public async Task A_stream_that_is_cut_makes_room()
    {
        var reference = _gateway.Identity.SignIn(Scopes.DistributionsRead);
        var delegation = _gateway.Identity.StepIn(reference, PortalClaims.ViewMode, Scopes.DistributionsRead);
        var later = _gateway.Identity.StepIn(reference, PortalClaims.ViewMode, Scopes.DistributionsRead);
        _gateway.Identity.LetSpeakFor(later, delegation);
        using var first = await OpenAsync($"/as/{delegation}{Events}", token: null, RunningGateway.Browser(reference));
        using var second = await OpenAsync($"/as/{delegation}{Events}", token: null, RunningGateway.Browser(reference));
        using (
            var refused = await _gateway.GetAsync(
                $"/as/{later}{Events}", token: null, RunningGateway.Browser(reference)))
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        }

        _gateway.Identity.EndDelegation(delegation);

        await HasRoomAsync(token: null, $"/as/{later}{Events}", RunningGateway.Browser(reference));
    }

    [Fact]
    public async Task WebSockets_count_and_where_no_token_is_asked_for_they_count_by_site()
    {
        using var first = await ConnectAsync("2001:db8:1:2::1");
        using var second = await ConnectAsync("2001:db8:1:2:ffff::2");

        var refused = await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync("2001:db8:1:2::3"));
        using var elsewhere = await ConnectAsync("2001:db8:1:3::1");

        Assert.Contains("429", refused.Message, StringComparison.Ordinal);
        Assert.Equal(WebSocketState.Open, elsewhere.State);
    }

    private Task<HttpStatusCode> HasRoomAsync(
        string? token, string path = Events, params (string, string)[] headers) => Eventually.GetAsync(
        async () =>
        {
            using var response = await _gateway.GetAsync(path, token, headers);
            return response.StatusCode;
        },
        status => status == HttpStatusCode.OK,
        TestContext.Current.CancellationToken);

    private Task<HttpResponseMessage> OpenAsync(string? token, params (string, string)[] headers) =>
        OpenAsync(Events, token, headers);

    private async Task<HttpResponseMessage> OpenAsync(string path, string? token, params (string, string)[] headers)
    {
        var response = await _gateway.GetAsync(path, token, headers);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response;
    }

    private async Task<ClientWebSocket> ConnectAsync(string address)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Host", RunningGateway.Host);
        socket.Options.SetRequestHeader("X-Forwarded-For", address);
        await socket.ConnectAsync(
            new UriBuilder(_gateway.Address) { Scheme = "ws", Path = "/open" }.Uri,
            TestContext.Current.CancellationToken);
        return socket;
    }

    private async Task TellAsync(HttpContext http)
    {
        http.Response.ContentType = "text/event-stream";
        await http.Response.WriteAsync("data: 1\n\n");
        await http.Response.Body.FlushAsync();
        await _told.Task.WaitAsync(http.RequestAborted);
    }

    private static async Task ListenAsync(HttpContext http)
    {
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        await socket.ReceiveAsync(new byte[16], http.RequestAborted);
    }
}
