using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Portal.AppHost.Native.Orchestration;

/// <summary>A resource without a process: a parameter, a connection string from outside.</summary>
internal sealed class ValueRunner(IResource resource, ResourceNotificationService notifications) : Runner(resource)
{
    public override Task RunAsync(CancellationToken stopping) => notifications.PublishUpdateAsync(Resource, before => before with
    {
        State = KnownResourceStates.Running,
        HealthStatus = HealthStatus.Healthy,
    });
}
