using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Portal.AppHost.Native.Processes;

namespace Portal.AppHost.Native.Orchestration;

/// <summary>Gives every endpoint of every replica its address, before anything starts.</summary>
internal sealed class EndpointAllocator(FreePorts ports, bool randomize)
{
    /// <exception cref="DistributedApplicationException">A port that was asked for is taken.</exception>
    public void Allocate(IResource resource)
    {
        var replicas = resource.Annotations.OfType<ReplicaAnnotation>().LastOrDefault()?.Replicas ?? 1;
        foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
        {
            // People's browsers take some things, such as passkeys, only from a name.
            var host = endpoint.IsExternal ? "localhost" : "127.0.0.1";
            endpoint.Replicas =
            [
                .. Enumerable.Range(0, replicas).Select(replica => new AllocatedEndpoint(endpoint, host, PortOf(resource, endpoint, replica))),
            ];
        }
    }

    private int PortOf(IResource resource, EndpointAnnotation endpoint, int replica)
    {
        if (randomize || endpoint.Port is not { } wanted || replica > 0)
        {
            return ports.Next();
        }

        return FreePorts.IsFree(wanted)
            ? wanted
            : throw new DistributedApplicationException(string.Create(
                CultureInfo.InvariantCulture,
                $"Port {wanted} for '{resource.Name}' is in use by another program; stop that one or choose another port."));
    }
}
