using System.Diagnostics.Metrics;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Portal.Gateway.Proxy;
using Portal.Gateway.Tests.Support;
using Portal.Testing.Telemetry;
using Portal.Testing.Waiting;

namespace Portal.Gateway.Tests.Proxy;

public sealed class RefusalMetricTests
{
    [Fact]
    public async Task What_the_gateway_refuses_is_counted_by_reason_and_what_a_service_answers_is_not()
    {
        await using var gateway = await RunningGateway.StartAsync();
        using var recorder = new MetricRecorder(
            GatewayMetrics.MeterName, gateway.Parts.GetRequiredService<IMeterFactory>());
        gateway.First.Answer = gateway.Second.Answer = http =>
        {
            http.Response.StatusCode = 403;
            return Task.CompletedTask;
        };

        (await gateway.GetAsync("/nowhere")).Dispose();
        (await gateway.GetAsync("/api/v1/policies")).Dispose();
        (await gateway.GetAsync("/api/v1/policies", gateway.Token("holders.read"))).Dispose();
        (await gateway.GetAsync("/api/v1/policies", gateway.Token("policies.read"))).Dispose();
        (await gateway.GetAsync("/nowhere", token: null, ("Host", "elsewhere.example"))).Dispose();

        await CountedAsync(recorder, 4);
        Assert.Equal(1, recorder.Sum("portal.gateway.refusals", "error.type=no-route"));
        Assert.Equal(1, recorder.Sum("portal.gateway.refusals", "error.type=not-signed-in"));
        Assert.Equal(1, recorder.Sum("portal.gateway.refusals", "error.type=not-allowed"));
        Assert.Equal(1, recorder.Sum("portal.gateway.refusals", "error.type=other-host"));
        Assert.Equal(4, recorder.Sum("portal.gateway.refusals"));
    }

    [Fact]
    public async Task Who_leaves_before_the_answer_was_not_refused()
    {
        await using var gateway = await RunningGateway.StartAsync();
        using var recorder = new MetricRecorder(
            GatewayMetrics.MeterName, gateway.Parts.GetRequiredService<IMeterFactory>());
        gateway.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", gateway.Token("policies.read"));
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var left = new TaskCompletionSource();
        gateway.First.Answer = gateway.Second.Answer = async http =>
        {
            await leaving.CancelAsync();
            await Task.Delay(Timeout.Infinite, http.RequestAborted)
                .ContinueWith(_ => left.TrySetResult(), TaskScheduler.Default);
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => gateway.Client.GetAsync("/api/v1/policies", leaving.Token));
        await left.Task.WaitAsync(TestContext.Current.CancellationToken);
        (await gateway.GetAsync("/nowhere")).Dispose();

        await CountedAsync(recorder, 1, "error.type=no-route");
        Assert.Equal(1, recorder.Sum("portal.gateway.refusals"));
    }

    [Fact]
    public async Task A_service_that_is_away_is_a_reason_of_its_own()
    {
        await using var gateway = await RunningGateway.StartAsync();
        using var recorder = new MetricRecorder(
            GatewayMetrics.MeterName, gateway.Parts.GetRequiredService<IMeterFactory>());
        await gateway.First.StopAsync();
        await gateway.Second.StopAsync();

        (await gateway.GetAsync("/api/v1/policies", gateway.Token("policies.read"))).Dispose();

        await CountedAsync(recorder, 1);
        Assert.Equal(1, recorder.Sum("portal.gateway.refusals", "error.type=service-away"));
    }

    /// <summary>A request is counted as it leaves, which may be after its answer arrived.</summary>
    private static Task<double> CountedAsync(MetricRecorder recorder, long refusals, params string[] tags) =>
        Eventually.GetAsync(
            () => recorder.Sum(
                "portal.gateway.refusals", tags), sum => sum >= refusals, TestContext.Current.CancellationToken);
}
