using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Portal.Gateway.Proxy;
using Portal.Gateway.Tests.Support;
using Portal.Testing.Telemetry;

namespace Portal.Gateway.Tests.Proxy;

public sealed class RefusalMetricTests
{
    [Fact]
    public async Task What_the_gateway_refuses_is_counted_by_reason_and_what_a_service_answers_is_not()
    {
        await using var house = await House.StartAsync();
        using var recorder = new MetricRecorder(GatewayMetrics.MeterName, house.Parts.GetRequiredService<IMeterFactory>());
        house.First.Answer = house.Second.Answer = http =>
        {
            http.Response.StatusCode = 403;
            return Task.CompletedTask;
        };

        (await house.GetAsync("/nowhere")).Dispose();
        (await house.GetAsync("/api/v1/policies")).Dispose();
        (await house.GetAsync("/api/v1/policies", house.Token("holders.read"))).Dispose();
        (await house.GetAsync("/api/v1/policies", house.Token("policies.read"))).Dispose();
        (await house.GetAsync("/nowhere", token: null, ("Host", "elsewhere.example"))).Dispose();

        Assert.Equal(1, recorder.Sum("portal.gateway.refusals", "error.type=no-route"));
        Assert.Equal(1, recorder.Sum("portal.gateway.refusals", "error.type=not-signed-in"));
        Assert.Equal(1, recorder.Sum("portal.gateway.refusals", "error.type=not-allowed"));
        Assert.Equal(1, recorder.Sum("portal.gateway.refusals", "error.type=other-host"));
        Assert.Equal(4, recorder.Sum("portal.gateway.refusals"));
    }

    [Fact]
    public async Task A_service_that_is_away_is_a_reason_of_its_own()
    {
        await using var house = await House.StartAsync();
        using var recorder = new MetricRecorder(GatewayMetrics.MeterName, house.Parts.GetRequiredService<IMeterFactory>());
        await house.First.StopAsync();
        await house.Second.StopAsync();

        (await house.GetAsync("/api/v1/policies", house.Token("policies.read"))).Dispose();

        Assert.Equal(1, recorder.Sum("portal.gateway.refusals", "error.type=service-away"));
    }
}
