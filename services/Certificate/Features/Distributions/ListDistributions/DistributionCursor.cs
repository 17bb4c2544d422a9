namespace Portal.Certificates.Features.Distributions.ListDistributions;

/// <summary>Place in the list of distributions, newest first.</summary>
internal sealed record DistributionCursor(DateTimeOffset StartedAt);
