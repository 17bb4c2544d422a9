namespace Portal.SystemTests.Running;

/// <summary>The whole system with two processes of each service.</summary>
public sealed class PortalSystemOfTwo() : PortalSystem(replicas: 2);
