using Portal.Gateway.Tests.Support;
using Portal.Testing.Telemetry;

namespace Portal.Gateway.Tests.Proxy;

/// <summary>
/// The gateway sees every address; its spans tell the route's template and the service, and its logs neither.
/// </summary>
public sealed class ExportTests
{
    private const string Code = "09ZZC0DEFG1HJKMNPQRSTVWXYZ";
    private const string Email = "ximena.obrien@obrienfreight.example";
    private const string Reference = "a-session-reference-of-somebody";

    [Fact]
    public async Task A_request_is_exported_as_route_and_service_and_no_poll_is()
    {
        await using var collector = await Collector.StartAsync();
        await using (
            var gateway = await RunningGateway.StartAsync(
                settings: [.. collector.Settings.Select(setting => (setting.Key, setting.Value))]))
        {
            (await gateway.GetAsync($"/verify/{Code}?email={Email}")).Dispose();
            (await gateway.GetAsync($"/api/v1/clients?q={Email}", gateway.Token("clients.read"))).Dispose();
            (await gateway.GetAsync(
                "/sign-in/harborlight?to=there", token: null, ("Cookie", $"__Host-portal={Reference}"))).Dispose();
            (await gateway.GetAsync($"/nowhere/{Code}")).Dispose();
            await collector.HoldsAsync("traces", "GET /api/v1/clients", TestContext.Current.CancellationToken);
        }

        var traces = collector.Of("traces");
        Assert.Contains("GET /verify/{code}", traces, StringComparison.Ordinal);
        Assert.DoesNotContain("/internal/v1/revocations", traces, StringComparison.Ordinal);
        Assert.DoesNotContain("/health", traces, StringComparison.Ordinal);
        Assert.All([Code, Email, Uri.EscapeDataString(Email), Reference, "to=there"],
            secret => Assert.DoesNotContain(secret, collector.Everything, StringComparison.OrdinalIgnoreCase));
    }
}
