namespace Portal.Contracts.Commands;

/// <summary>Certificate to itself: issue one batch of a distribution.</summary>
public sealed record IssueCertificatesCommand
{
    /// <summary>The queue that it is sent to.</summary>
    public const string Queue = "certificate-issue-certificates";

    /// <summary>The distribution.</summary>
    public required Guid DistributionId { get; init; }

    /// <summary>Agency whose data it is.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>Number of the batch within its distribution, from 1.</summary>
    public required int Batch { get; init; }

    /// <summary>Shares (a holder and the policies it is shown) that get a certificate.</summary>
    public required Guid[] ShareIds { get; init; }
}
