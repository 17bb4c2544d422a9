using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Portal.Certificates.Integration;
using Portal.Certificates.Storage;
using Portal.Insurance;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Certificates.Features.Distributions.WatchDistribution;

/// <summary>
/// Reads a distribution. Its id is answered before the renewal's event arrives here, so one that is not open yet is
/// looked up where it was promised: a caller who was given an id never gets "not found" for it.
/// </summary>
internal sealed class DistributionReader(CertificateDb db, RenewalsClient renewals)
{
    /// <summary>The distribution as it stands, for a caller who may see its client.</summary>
    public async Task<Result<DistributionResponse>> ReadAsync(
        Guid id, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is { } open)
        {
            return open;
        }

        try
        {
            var promised = await renewals.FindAsync(id, cancellationToken);
            return promised is not null && MaySee(promised, caller)
                ? DistributionResponse.Of(promised)
                : new DistributionNotFound();
        }
        catch (HttpRequestException)
        {
            return new RenewalsUnavailable();
        }
    }

    /// <summary>The distribution if it is open; null otherwise.</summary>
    public async Task<DistributionResponse?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var key = new DistributionId(id);
        var row = await db.Distributions.AsNoTracking()
            .SingleOrDefaultAsync(distribution => distribution.Id == key, cancellationToken);
        return row is null ? null : DistributionResponse.Of(row);
    }

    // Policy answers services of every agency and account, so that the bounds are drawn here.
    private static bool MaySee(PromisedRenewal promised, ClaimsPrincipal caller) =>
        promised.AgencyId == caller.AgencyId() && (caller.AccountId() ?? promised.AccountId) == promised.AccountId;
}
