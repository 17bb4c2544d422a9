using System.Collections.Immutable;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Portal.AppHost.Native.Orchestration;

/// <summary>A resource that is one or several processes; it is healthy when all of them are.</summary>
internal sealed partial class ProcessRunner(
    IResource resource, IReadOnlyList<Replica> replicas, ResourceNotificationService notifications, ILogger logger) : Runner(resource)
{
    private readonly Lock _gate = new();
    private readonly ImmutableArray<UrlSnapshot> _urls =
    [
        .. resource.Annotations.OfType<EndpointAnnotation>().SelectMany(endpoint => endpoint.Replicas
            .Select(replica => new UrlSnapshot(endpoint.Name, replica.UriString, !endpoint.IsExternal))),
    ];

    private bool _wasHealthy;

    public override IReadOnlyList<Replica> Replicas => replicas;

    public override Task RunAsync(CancellationToken stopping) =>
        Task.WhenAll(replicas.Select(replica => replica.RunAsync(Publish, stopping)));

    /// <summary>Replicas change side by side; what is told of them goes out in order.</summary>
    private void Publish()
    {
        lock (_gate)
        {
            var running = replicas.All(replica => replica.State == KnownResourceStates.Running);
            var healthy = running && replicas.All(replica => replica.Health == HealthStatus.Healthy);
            var state = running ? KnownResourceStates.Running : replicas.First(replica => replica.State != KnownResourceStates.Running).State;
            notifications.PublishUpdateAsync(Resource, before => before with
            {
                State = state,
                HealthStatus = running ? healthy ? HealthStatus.Healthy : HealthStatus.Unhealthy : null,
                StartTimeStamp = replicas.Min(replica => replica.StartedAt),
                Urls = _urls,
                Properties = [.. replicas.Select(replica => new ResourcePropertySnapshot("executable.pid", replica.ProcessId))],
                ExitCode = replicas.Select(replica => replica.ExitCode).FirstOrDefault(code => code is not null),
            });
            if (healthy && !_wasHealthy)
            {
                BecameHealthy(Resource.Name);
            }

            _wasHealthy = healthy;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Resource} is healthy")]
    private partial void BecameHealthy(string resource);
}
