using System.Net;
using Microsoft.AspNetCore.Http;
using Portal.Gateway.Tests.Support;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Gateway.Tests.Proxy;

public sealed class FailureTests
{
    private const string Short = """
        { "routes": [
          { "name": "policies", "service": "policy", "path": "/api/v1/policies", "methods": ["GET", "POST"], "policy": "anonymous", "limit": "read",
            "timeoutSeconds": 1, "bodyLimitBytes": 1000 }
        ] }
        """;

    [Fact]
    public async Task A_service_that_is_down_is_a_bad_gateway_until_it_is_back()
    {
        await using var gateway = await RunningGateway.StartAsync(Short);
        gateway.First.Answer = gateway.Second.Answer = Abort;
        gateway.First.Healthy = gateway.Second.Healthy = false;
        for (var call = 0; call < 60; call++)
        {
            using var response = await gateway.GetAsync("/api/v1/policies");
            await RunningGateway.ProblemAsync(response, HttpStatusCode.BadGateway, "bad-gateway");
            Assert.Equal(TimeSpan.FromSeconds(2), response.Headers.RetryAfter?.Delta);
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
        }

        gateway.First.Answer = gateway.Second.Answer = http => http.Response.WriteAsync("back");
        using var back = await gateway.GetAsync("/api/v1/policies");
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
    }

    [Fact]
    public async Task A_service_that_is_slow_is_a_gateway_timeout()
    {
        await using var gateway = await RunningGateway.StartAsync(Short);
        gateway.First.Answer = gateway.Second.Answer = http => Task.Delay(
            TimeSpan.FromSeconds(20), http.RequestAborted);

        using var response = await gateway.GetAsync("/api/v1/policies");

        await RunningGateway.ProblemAsync(response, HttpStatusCode.GatewayTimeout, "gateway-timeout");
    }

    [Fact]
    public async Task A_body_that_says_it_is_too_large_is_refused_before_it_is_passed_on()
    {
        await using var gateway = await RunningGateway.StartAsync(Short);
        using var body = new ByteArrayContent(new byte[1001]);

        using var response = await gateway.SendAsync(HttpMethod.Post, "/api/v1/policies", token: null, body);

        await RunningGateway.ProblemAsync(response, HttpStatusCode.RequestEntityTooLarge, "payload-too-large");
        Assert.Equal(0, gateway.First.Requests + gateway.Second.Requests);
    }

    [Fact]
    public async Task A_body_that_turns_out_too_large_is_cut_off()
    {
        await using var gateway = await RunningGateway.StartAsync(Short);
        using var body = new StreamContent(new MemoryStream(new byte[5000]));

        using var response = await gateway.SendAsync(
            HttpMethod.Post, "/api/v1/policies", token: null, body, ("Transfer-Encoding", "chunked"));

        await RunningGateway.ProblemAsync(response, HttpStatusCode.RequestEntityTooLarge, "payload-too-large");
    }

    [Fact]
    public async Task An_import_of_many_megabytes_passes_in_full()
    {
        await using var gateway = await RunningGateway.StartAsync();
        const int Size = 40 * 1024 * 1024;
        using var body = new ByteArrayContent(new byte[Size]);

        using var response = await gateway.SendAsync(
            HttpMethod.Post, "/api/v1/imports", gateway.Token(Scopes.ImportsWrite), body);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(
            $"\"bytes\":{Size}",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_services_own_problem_passes_unchanged()
    {
        await using var gateway = await RunningGateway.StartAsync(Short);
        gateway.First.Answer = gateway.Second.Answer = async http =>
        {
            http.Response.StatusCode = 409;
            http.Response.ContentType = "application/problem+json";
            await http.Response.WriteAsync("""{"code":"policy-cancelled","traceId":"its own"}""");
        };

        using var response = await gateway.GetAsync("/api/v1/policies");

        var problem = await RunningGateway.ProblemAsync(response, HttpStatusCode.Conflict, "policy-cancelled");
        Assert.Equal("its own", problem.TraceId);
    }

    [Fact]
    public async Task A_read_does_not_notice_that_a_replica_died()
    {
        await using var gateway = await RunningGateway.StartAsync(Short);
        await gateway.First.StopAsync();

        for (var call = 0; call < 20; call++)
        {
            await gateway.EchoAsync("/api/v1/policies");
        }

        Assert.Equal(20, gateway.Second.Requests);
    }

    [Fact]
    public async Task Reads_are_spread_over_the_replicas()
    {
        await using var gateway = await RunningGateway.StartAsync(Short);

        for (var call = 0; call < 20; call++)
        {
            await gateway.EchoAsync("/api/v1/policies");
        }

        Assert.Equal((10, 10), (gateway.First.Requests, gateway.Second.Requests));
    }

    [Fact]
    public async Task A_write_is_never_sent_twice()
    {
        await using var gateway = await RunningGateway.StartAsync(Short);
        gateway.First.Answer = gateway.Second.Answer = Abort;

        using var body = new ByteArrayContent(new byte[10]);
        using var response = await gateway.SendAsync(HttpMethod.Post, "/api/v1/policies", token: null, body);

        await RunningGateway.ProblemAsync(response, HttpStatusCode.BadGateway, "bad-gateway");
        Assert.Equal(1, gateway.First.Requests + gateway.Second.Requests);
    }

    [Fact]
    public async Task A_sick_replica_is_left_out()
    {
        await using var gateway = await RunningGateway.StartAsync(Short);
        gateway.First.Healthy = false;

        await Task.Delay(TimeSpan.FromSeconds(6), TestContext.Current.CancellationToken);
        var before = gateway.First.Requests;
        for (var call = 0; call < 10; call++)
        {
            await gateway.EchoAsync("/api/v1/policies");
        }

        Assert.Equal(before, gateway.First.Requests);
    }

    private static Task Abort(HttpContext http)
    {
        http.Abort();
        return Task.CompletedTask;
    }
}
