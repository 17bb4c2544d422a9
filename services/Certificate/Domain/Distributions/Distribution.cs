using Portal.Insurance;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Certificates.Domain.Distributions;

/// <summary>
/// One fan-out of certificates. Its counters are moved by the statements that issue and deliver, in the same
/// transaction, so they agree with the certificates at any moment.
/// </summary>
public sealed class Distribution : IOwnedByAgency<Guid>, IOwnedByAccount<Guid>
{
    private Distribution()
    {
    }

    public DistributionId Id { get; private init; }

    public Guid AgencyId { get; private init; }

    public Guid AccountId { get; private init; }

    public RenewalCause Cause { get; private init; } = null!;

    public DistributionStatus State { get; private init; }

    /// <summary>Certificates to issue.</summary>
    public int Total { get; private init; }

    public int Issued { get; private init; }

    public int Delivered { get; private init; }

    public int Failed { get; private init; }

    public DateTimeOffset StartedAt { get; private init; }

    public DateTimeOffset? FinishedAt { get; private init; }

    /// <summary>Whether nothing more is to come.</summary>
    public bool IsComplete => Issued == Total && Delivered + Failed == Total;

    /// <summary>Opens a distribution; one without certificates is finished at once.</summary>
    public static Distribution Open(
        DistributionId id, Guid agencyId, Guid accountId, RenewalCause cause, int total, DateTimeOffset now) => new()
        {
            Id = id,
            AgencyId = agencyId,
            AccountId = accountId,
            Cause = cause,
            State = total == 0 ? DistributionStatus.Finished : DistributionStatus.Running,
            Total = total,
            StartedAt = now,
            FinishedAt = total == 0 ? now : null,
        };
}
