using Portal.Certificates.Domain.Distributions;
using Portal.Certificates.Domain.Shares;
using Portal.Contracts.Certificates;
using Portal.Contracts.Policies;
using Portal.Insurance;
using Portal.ServiceDefaults.Agencies;
using Portal.ServiceDefaults.Times;

namespace Portal.Certificates.Domain.Certificates;

/// <summary>One issued certificate. It never changes; only its place among later ones and its delivery do.</summary>
public sealed class Certificate : IOwnedByAgency<Guid>, IOwnedByAccount<Guid>
{
    private Certificate()
    {
    }

    public CertificateId Id { get; private init; }

    public Guid AgencyId { get; private init; }

    public Guid AccountId { get; private init; }

    public ShareId ShareId { get; private init; }

    /// <summary>The distribution that caused it; one certificate a share and cause.</summary>
    public DistributionId DistributionId { get; private init; }

    public string Number { get; private init; } = null!;

    public int Revision { get; private init; }

    public string VerificationCode { get; private init; } = null!;

    public string InsuredName { get; private init; } = null!;

    public string HolderName { get; private init; } = null!;

    /// <summary>The holder's name folded, which lists are searched by.</summary>
    public string SearchText { get; private init; } = null!;

    public string HolderEmail { get; private init; } = null!;

    /// <summary>The policies it shows, as they stood.</summary>
    public IssuedPolicy[] Policies { get; private init; } = [];

    /// <summary>Latest expiration among <see cref="Policies"/>.</summary>
    public DateOnly LastExpiration { get; private init; }

    public DateTimeOffset IssuedAt { get; private init; }

    /// <summary>When a newer revision took its place.</summary>
    public DateTimeOffset? SupersededAt { get; private init; }

    public DeliveryState Delivery { get; private init; }

    /// <summary>Why the delivery was given up.</summary>
    public string? DeliveryDetail { get; private init; }

    /// <summary>Issues the share's next certificate for a distribution.</summary>
    public static Certificate Issue(
        Share share, Distribution distribution, IReadOnlyList<PolicySnapshot> shown, DateTimeOffset now) => new()
        {
            Id = CertificateId.New(),
            AgencyId = share.AgencyId,
            AccountId = share.AccountId,
            ShareId = share.Id,
            DistributionId = distribution.Id,
            Number = share.CertificateNumber,
            Revision = share.NextRevision(),
            VerificationCode = Codes.VerificationCode.New(),
            InsuredName = distribution.Cause.Insured.LegalName,
            HolderName = share.HolderName,
            SearchText = share.SearchText,
            HolderEmail = share.Holder.Email,
            Policies = [.. shown.Select(policy => new IssuedPolicy
            {
                PolicyId = policy.PolicyId,
                Line = policy.Line,
                Number = policy.Number,
                Effective = policy.Effective,
                Expiration = policy.Expiration,
            })],
            LastExpiration = shown.Max(policy => policy.Expiration),
            IssuedAt = now,
            Delivery = DeliveryState.Pending,
        };

    /// <summary>Standing on a day; cover ends at 12:01 a.m. of the expiration date.</summary>
    public CertificateStatus StatusOn(DateOnly day) =>
        SupersededAt is not null ? CertificateStatus.Superseded
        : LastExpiration <= day ? CertificateStatus.Expired
        : CertificateStatus.Current;

    /// <summary>Day (UTC) from which it has stood as it does on a day.</summary>
    public DateOnly StandsSince(DateOnly day) => StatusOn(day) switch
    {
        CertificateStatus.Superseded => SupersededAt!.Value.UtcDay(),
        CertificateStatus.Expired => LastExpiration,
        _ => IssuedAt.UtcDay(),
    };
}
