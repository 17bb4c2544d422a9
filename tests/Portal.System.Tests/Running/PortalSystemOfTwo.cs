using Portal.Testing.Running;

namespace Portal.SystemTests.Running;

/// <summary>The whole system with two processes of each service, one of which is killed while it starts.</summary>
public sealed class PortalSystemOfTwo()
    : PortalSystem(new PortalStart { Replicas = 2, KilledMeanwhile = "certificate" });
