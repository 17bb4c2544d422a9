using Portal.ServiceDefaults.Results;

namespace Portal.Certificates.Features.Distributions.WatchDistribution;

internal sealed record DistributionNotFound() : NotFound(
    "distribution-not-found", "There is no such distribution; take the id from the answer to the renewal.");

internal sealed record RenewalsUnavailable() : Unavailable(
    "renewals-unavailable",
    "Whether this distribution was promised can't be told at the moment; ask again in a few seconds.");
