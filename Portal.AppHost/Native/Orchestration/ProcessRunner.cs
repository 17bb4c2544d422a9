using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Portal.AppHost.Native.Orchestration;

/// <summary>A resource that is one or several processes; it is healthy when all of them are.</summary>
internal sealed class ProcessRunner(
    IResource resource, IReadOnlyList<Replica> replicas, ResourceNotificationService notifications) : Runner(resource)
{
    public override IReadOnlyList<Replica> Replicas => replicas;

    public override Task RunAsync(CancellationToken stopping) =>
        Task.WhenAll(replicas.Select(replica => replica.RunAsync(Publish, stopping)));

    private void Publish()
    {
        var healthy = replicas.All(replica => replica.Health == HealthStatus.Healthy);
        var running = replicas.All(replica => replica.State == KnownResourceStates.Running);
        var state = running ? KnownResourceStates.Running : replicas.First(replica => replica.State != KnownResourceStates.Running).State;
        notifications.PublishUpdateAsync(Resource, before => before with
        {
            State = state,
            HealthStatus = running ? healthy ? HealthStatus.Healthy : HealthStatus.Unhealthy : null,
            StartTimeStamp = replicas.Min(replica => replica.StartedAt),
            ExitCode = replicas.Select(replica => replica.ExitCode).FirstOrDefault(code => code is not null),
        });
    }
}
