using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Portal.Gateway.Revocations;

/// <summary>Whether the gateway knows which tokens still count; before, it turns every caller away.</summary>
internal sealed class RevocationHealthCheck(RevocationList list) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(list.Loaded
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("Identity has not told yet what was revoked."));
}
