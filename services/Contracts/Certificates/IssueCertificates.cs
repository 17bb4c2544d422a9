namespace Portal.Contracts;

/// <summary>Order of the Certificate service to itself: issue one batch of a distribution.</summary>
public sealed record IssueCertificates
{
    /// <summary>The queue that it is sent to.</summary>
    public const string Queue = "certificate-issue-certificates";

    public required Guid DistributionId { get; init; }

    public required Guid AgencyId { get; init; }

    /// <summary>Number of the batch within its distribution, from 1.</summary>
    public required int Batch { get; init; }

    /// <summary>Shares (a holder and the policies it is shown) that get a certificate.</summary>
    public required Guid[] ShareIds { get; init; }
}
