using Microsoft.AspNetCore.Mvc;
using Portal.Certificates.Domain.Distributions;
using Portal.Certificates.Storage;
using Portal.ServiceDefaults.Paging;

namespace Portal.Certificates.Features.Distributions.ListDistributions;

/// <summary>Filters of the list of distributions.</summary>
public sealed record DistributionQuery : PageQuery
{
    /// <summary>Only those of these clients; repeated for several.</summary>
    [FromQuery(Name = "client")]
    public Guid[] Clients { get; init; } = [];

    /// <summary>Only the newest of each client.</summary>
    [FromQuery(Name = "latest")]
    public bool? Latest { get; init; }

    internal IQueryable<Distribution> Filter(CertificateDb db, DistributionCursor? after)
    {
        var distributions = db.Distributions.AsQueryable();
        if (Clients.Length > 0)
        {
            distributions = distributions.Where(distribution => Clients.Contains(distribution.AccountId));
        }

        if (Latest is true)
        {
            distributions = distributions.Where(distribution => !db.Distributions.Any(
                other => other.AccountId == distribution.AccountId && other.StartedAt > distribution.StartedAt));
        }

        return after is null
            ? distributions
            : distributions.Where(distribution => distribution.StartedAt < after.StartedAt);
    }
}
