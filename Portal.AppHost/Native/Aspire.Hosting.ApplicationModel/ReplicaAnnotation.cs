namespace Aspire.Hosting.ApplicationModel;

/// <summary>How many processes a project runs in.</summary>
public sealed class ReplicaAnnotation(int replicas = 1) : IResourceAnnotation
{
    public int Replicas { get; } = replicas;
}
