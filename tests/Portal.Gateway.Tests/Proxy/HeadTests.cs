using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Portal.Gateway.Tests.Support;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Gateway.Tests.Proxy;

/// <summary>HEAD is GET without the body, on each route of the product's own file.</summary>
public sealed class HeadTests : IAsyncLifetime
{
    private const string Body = "hello";

    // What differs from one answer to the next.
    private static readonly string[] OfTheMoment = ["Date", "RateLimit"];

    private string _asked = "";
    private RunningGateway _gateway = null!;

    // The keys are answered by the stand-in for Identity itself.
    public static TheoryData<string> Readable =>
        [.. OwnRoutes.All.Where(route => route.Methods!.Contains("GET") && route is { Stream: false, Name: not "keys" })
            .Select(route => route.Name!)];

    public static TheoryData<string> NotReadable => [.. OwnRoutes.All.Where(NeverRead).Select(route => route.Name!)];

    public async ValueTask InitializeAsync()
    {
        _gateway = await RunningGateway.StartAsync();
        _gateway.Identity.Answer = _gateway.First.Answer = _gateway.Second.Answer = http =>
        {
            _asked = http.Request.Method;
            http.Response.Headers.ETag = "\"7\"";
            http.Response.ContentType = "text/plain";
            http.Response.ContentLength = Body.Length;
            return http.Response.WriteAsync(Body);
        };
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Theory]
    [MemberData(nameof(Readable))]
    public async Task Head_is_answered_as_get_without_a_body(string name)
    {
        var route = OwnRoutes.Named(name);
        var token = route.NeedsScope ? _gateway.Token(route.Policy!) : null;
        var path = OwnRoutes.PathOf(route);

        using var get = await _gateway.GetAsync(path, token);
        using var head = await _gateway.SendAsync(HttpMethod.Head, path, token, content: null);

        Assert.Equal(HttpStatusCode.OK, get.StatusCode);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(HeadersOf(get), HeadersOf(head));
        Assert.Equal(Body.Length, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("GET", _asked);
    }

    [Fact]
    public async Task Nothing_follows_the_headers()
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(
            _gateway.Address.Host, _gateway.Address.Port, TestContext.Current.CancellationToken);
        var stream = connection.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"HEAD /verify/abc HTTP/1.1\r\nHost: {RunningGateway.Host}\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);

        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Head_opens_no_stream()
    {
        var path = OwnRoutes.PathOf(OwnRoutes.All.Single(route => route.Stream));

        using var response = await _gateway.SendAsync(
            HttpMethod.Head, path, _gateway.Token(Scopes.DistributionsRead), content: null);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET"], response.Content.Headers.Allow);
        Assert.Equal(0, _gateway.First.Requests + _gateway.Second.Requests);
    }

    [Theory]
    [MemberData(nameof(NotReadable))]
    public async Task What_is_never_read_has_no_head_either(string name)
    {
        var route = OwnRoutes.Named(name);

        using var response = await _gateway.SendAsync(
            HttpMethod.Head, OwnRoutes.PathOf(route), route.NeedsScope
                ? _gateway.Token(route.Policy!)
                : null, content: null);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(0, _gateway.Identity.Requests + _gateway.First.Requests + _gateway.Second.Requests);
    }

    [Theory]
    [MemberData(nameof(Readable))]
    public async Task Head_opens_nothing_that_get_does_not(string name)
    {
        var route = OwnRoutes.Named(name);
        var expected = route.NeedsScope
            ? (HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden)
            : (HttpStatusCode.OK, HttpStatusCode.OK);

        using var nobody = await _gateway.SendAsync(
            HttpMethod.Head, OwnRoutes.PathOf(route), token: null, content: null);
        using var other = await _gateway.SendAsync(
            HttpMethod.Head, OwnRoutes.PathOf(route), _gateway.Token("nothing.read"), content: null);

        Assert.Equal(expected, (nobody.StatusCode, other.StatusCode));
    }

    [Fact]
    public async Task Head_counts_as_get_does()
    {
        await using var gateway = await RunningGateway.StartAsync(
            routes: null, ("Limits:public:Requests", "1"), ("Limits:public:Seconds", "600"));

        using var first = await gateway.SendAsync(HttpMethod.Head, "/verify/abc", token: null, content: null);
        using var second = await gateway.SendAsync(HttpMethod.Head, "/verify/abc", token: null, content: null);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
    }

    // No other route reads at the same path.
    private static bool NeverRead(Portal.Gateway.Routes.PortalRoute route) =>
        !OwnRoutes.All.Any(other => other.Methods!.Contains("GET") && Covers(other.Path!, OwnRoutes.PathOf(route)));

    private static bool Covers(string pattern, string path) =>
        pattern.EndsWith("/{**rest}", StringComparison.Ordinal)
            ? path.StartsWith(
                pattern[..pattern.IndexOf('{', StringComparison.Ordinal)].TrimEnd('/'), StringComparison.Ordinal)
            : Shape(pattern) == Shape(path)
                || (pattern.Split('/').Length == path.Split('/').Length
                    && pattern.Contains('{', StringComparison.Ordinal)
                && path.StartsWith(
                    pattern[..pattern.IndexOf('{', StringComparison.Ordinal)], StringComparison.Ordinal));

    private static string Shape(string path) => path.TrimEnd('/');

    private static List<string> HeadersOf(HttpResponseMessage response) =>
    [
        .. response.Headers.Concat(response.Content.Headers).Where(header => !OfTheMoment.Contains(header.Key))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal),
    ];
}
