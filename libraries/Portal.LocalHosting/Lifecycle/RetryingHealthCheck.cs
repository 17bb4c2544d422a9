using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Portal.LocalHosting.Lifecycle;

/// <summary>
/// Asks again for a few seconds before it says that something is not well. Aspire 13.6 looks at what is not healthy at
/// intervals of one second, two, three, up to five, so that a server ready after six seconds would be noticed after
/// ten; and a check that fails while a process is busy is not yet a sick process.
/// </summary>
internal sealed class RetryingHealthCheck(IHealthCheck inner) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var deadline = DateTime.UtcNow + Patience;
        var result = await TryAsync(context, cancellationToken);
        while (result.Status != HealthStatus.Healthy && DateTime.UtcNow < deadline)
        {
            await Task.Delay(Interval, cancellationToken);
            result = await TryAsync(context, cancellationToken);
        }

        return result;
    }

    // What a check throws is its answer, as the framework has it for a check of its own.
    private async Task<HealthCheckResult> TryAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await inner.CheckHealthAsync(context, cancellationToken);
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, problem.Message, problem);
        }
    }
}
