using System.Collections.Immutable;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource at one moment.</summary>
public sealed record CustomResourceSnapshot
{
    public required string ResourceType { get; init; }

    public required ImmutableArray<ResourcePropertySnapshot> Properties { get; init; }

    public ResourceStateSnapshot? State { get; init; }

    /// <summary>Null while the resource does not run.</summary>
    public HealthStatus? HealthStatus { get; internal init; }

    public int? ExitCode { get; init; }

    public DateTime? StartTimeStamp { get; init; }

    public ImmutableArray<UrlSnapshot> Urls { get; init; } = [];
}
