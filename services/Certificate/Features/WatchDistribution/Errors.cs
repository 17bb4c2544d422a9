using Portal.ServiceDefaults.Results;

namespace Portal.Certificates.Features.WatchDistribution;

internal sealed record UnknownDistribution() : NotFound(
    "distribution-unknown", "There is no such distribution; take the id from the answer to the renewal.");

internal sealed record RenewalsOutOfReach() : Unavailable(
    "renewals-out-of-reach", "Whether this distribution was promised can't be told at the moment; ask again in a few seconds.");
