using System.Text.Json.Serialization;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Portal.AppHost.Native.Orchestration;
using Portal.AppHost.Native.Processes;

namespace Portal.AppHost.Native.Status;

/// <summary>How the system fares, as <c>/status.json</c> tells it.</summary>
internal sealed record StatusDocument(DateTime AsOf, IReadOnlyList<StatusDocument.ResourceStatus> Resources)
{
    public static StatusDocument Of(IEnumerable<Runner> runners, ResourceNotificationService notifications) =>
        new(DateTime.UtcNow, [.. runners.Where(runner => runner.Resource is not ParameterResource).Select(runner => Of(runner, notifications))]);

    private static ResourceStatus Of(Runner runner, ResourceNotificationService notifications)
    {
        notifications.TryGetCurrentState(runner.Resource.Name, out var current);
        return new ResourceStatus(
            runner.Resource.Name,
            runner.Resource.GetType().Name.Replace("Resource", "", StringComparison.Ordinal),
            current?.Snapshot.State?.Text ?? KnownResourceStates.NotStarted,
            current?.Snapshot.HealthStatus,
            runner.Replicas.Sum(replica => replica.Restarts),
            [.. runner.Replicas.Select(replica => Of(runner.Resource, replica))]);
    }

    private static ReplicaStatus Of(IResource resource, Replica replica)
    {
        var (resident, peak) = replica.ProcessId is { } id ? ProcessFacts.Memory(id) : default;
        return new ReplicaStatus(
            replica.Name,
            replica.State,
            replica.Health,
            replica.ProcessId,
            replica.StartedAt,
            replica.Restarts,
            resident,
            peak,
            [.. resource.Annotations.OfType<EndpointAnnotation>().Select(endpoint => endpoint.Replicas[replica.Number].UriString)],
            [.. replica.LastLines.TakeLast(20)]);
    }

    /// <param name="Health">Null while it does not run.</param>
    internal sealed record ResourceStatus(
        string Name,
        string Type,
        string State,
        [property: JsonConverter(typeof(JsonStringEnumConverter<HealthStatus>))] HealthStatus? Health,
        int Restarts,
        IReadOnlyList<ReplicaStatus> Replicas);

    /// <param name="MemoryBytes">Resident now; <paramref name="PeakMemoryBytes"/> is the most it was since its start.</param>
    internal sealed record ReplicaStatus(
        string Name,
        string State,
        [property: JsonConverter(typeof(JsonStringEnumConverter<HealthStatus>))] HealthStatus? Health,
        int? ProcessId,
        DateTime? StartedAt,
        int Restarts,
        long MemoryBytes,
        long PeakMemoryBytes,
        IReadOnlyList<string> Endpoints,
        IReadOnlyList<string> Log);
}
