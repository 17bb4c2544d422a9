using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Portal.Gateway.Tests.Support;
using Portal.ServiceDefaults.Tokens;
using Portal.Testing.Tokens;

namespace Portal.Gateway.Tests.Revocations;

public sealed class OpenStreamTests : IAsyncLifetime
{
    private const string Routes = """
        { "routes": [
          { "name": "events", "service": "certificate", "path": "/api/v1/events", "methods": ["GET"],
            "policy": "distributions.read", "limit": "read", "stream": true },
          { "name": "socket", "service": "certificate", "path": "/api/v1/socket", "methods": ["GET"],
            "policy": "distributions.read", "limit": "read" }
        ] }
        """;

    private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningGateway _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        _gateway = await RunningGateway.StartAsync(Routes);
        _gateway.First.Answer = _gateway.Second.Answer = http => http.WebSockets.IsWebSocketRequest
            ? ListenAsync(http)
            : TellAsync(http);
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Events_of_a_session_are_cut_within_a_second_of_its_end()
    {
        var (ended, other) = (
            _gateway.Identity.SignIn(Scopes.DistributionsRead), _gateway.Identity.SignIn(Scopes.DistributionsRead));
        using var cut = await OpenAsync("/api/v1/events", token: null, RunningGateway.Browser(ended));
        using var kept = await OpenAsync("/api/v1/events", token: null, RunningGateway.Browser(other));

        _gateway.Identity.EndSession(ended);

        await IsCutAsync(cut);
        Assert.Equal("data: 2", await kept.ReadLineAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Events_below_as_are_cut_within_a_second_of_the_delegations_end()
    {
        var reference = _gateway.Identity.SignIn(Scopes.DistributionsRead);
        var delegation = _gateway.Identity.StepIn(reference, PortalClaims.ViewMode, Scopes.DistributionsRead);
        using var cut = await OpenAsync(
            $"/as/{delegation}/api/v1/events", token: null, RunningGateway.Browser(reference));
        using var kept = await OpenAsync("/api/v1/events", token: null, RunningGateway.Browser(reference));

        _gateway.Identity.EndDelegation(delegation);

        await IsCutAsync(cut);
        Assert.Equal("data: 2", await kept.ReadLineAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Events_of_a_client_are_cut_when_it_is_disabled()
    {
        using var cut = await OpenAsync("/api/v1/events", _gateway.Token(Scopes.DistributionsRead));

        _gateway.Identity.Revoke("client", "test-client");

        await IsCutAsync(cut);
    }

    [Fact]
    public async Task Events_do_not_outlive_the_token_that_opened_them()
    {
        var claims = TestIssuer.Claims(Scopes.DistributionsRead);
        // Tokens are taken for 30 seconds longer than they say.
        claims["exp"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 28;
        using var events = await OpenAsync("/api/v1/events", _gateway.Issuer.Token(claims));

        await Assert.ThrowsAnyAsync<IOException>(() => ToEndAsync(events))
            .WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_WebSocket_passes_and_is_cut_within_a_second_of_the_sessions_end()
    {
        var reference = _gateway.Identity.SignIn(Scopes.DistributionsRead);
        using var socket = await ConnectAsync(reference, "same-origin");
        var buffer = new byte[16];
        await socket.SendAsync(
            Encoding.ASCII.GetBytes("hello"), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        var echoed = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
        Assert.Equal("hello", Encoding.ASCII.GetString(buffer, 0, echoed.Count));

        var clock = Stopwatch.StartNew();
        _gateway.Identity.EndSession(reference);

        await Assert.ThrowsAsync<WebSocketException>(
            () => socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    [InlineData(null)]
    public async Task Another_site_opens_no_WebSocket_with_the_cookie(string? site)
    {
        var failure = await Assert.ThrowsAsync<WebSocketException>(
            () => ConnectAsync(_gateway.Identity.SignIn(Scopes.DistributionsRead), site));

        Assert.Contains("403", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, _gateway.First.Requests + _gateway.Second.Requests);
    }

    private async Task<StreamReader> OpenAsync(string path, string? token, params (string, string)[] headers)
    {
        var response = await _gateway.GetAsync(path, token, headers);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var events = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal("data: 1", await events.ReadLineAsync(TestContext.Current.CancellationToken));
        return events;
    }

    private async Task IsCutAsync(StreamReader events)
    {
        var clock = Stopwatch.StartNew();
        await Assert.ThrowsAnyAsync<IOException>(
            () => events.ReadLineAsync(TestContext.Current.CancellationToken).AsTask())
            .WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        _left.TrySetResult();
    }

    private static async Task ToEndAsync(StreamReader events)
    {
        while (await events.ReadLineAsync(TestContext.Current.CancellationToken) is not null)
        {
        }
    }

    private async Task<ClientWebSocket> ConnectAsync(string reference, string? site)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Host", RunningGateway.Host);
        socket.Options.SetRequestHeader("Cookie", "__Host-portal=" + reference);
        if (site is not null)
        {
            socket.Options.SetRequestHeader("Sec-Fetch-Site", site);
        }

        await socket.ConnectAsync(
            new UriBuilder(_gateway.Address) { Scheme = "ws", Path = "/api/v1/socket" }.Uri,
            TestContext.Current.CancellationToken);
        return socket;
    }

    private async Task TellAsync(HttpContext http)
    {
        http.Response.ContentType = "text/event-stream";
        await http.Response.WriteAsync("data: 1\n");
        await http.Response.Body.FlushAsync();
        await _left.Task.WaitAsync(http.RequestAborted);
        await http.Response.WriteAsync("data: 2\n");
        await http.Response.Body.FlushAsync();
    }

    private static async Task ListenAsync(HttpContext http)
    {
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        var buffer = new byte[16];
        while (socket.State == WebSocketState.Open)
        {
            var received = await socket.ReceiveAsync(buffer, http.RequestAborted);
            await socket.SendAsync(
                buffer.AsMemory(0, received.Count), received.MessageType, received.EndOfMessage, http.RequestAborted);
        }
    }
}
